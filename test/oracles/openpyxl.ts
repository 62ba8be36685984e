import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a cell looks like; colours are RRGGBB. */
export interface OpenpyxlLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly name: string;
  readonly size: number;
  readonly color: string | null;
  readonly fill: string | null;
  readonly numberFormat: string;
  readonly horizontal: string | null;
  readonly vertical: string | null;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly lines: readonly [top: boolean, right: boolean, bottom: boolean, left: boolean];
}

/** A workbook as openpyxl understands it. Rows and columns of cells are 0-based. */
export interface OpenpyxlContent {
  readonly sheets: readonly {
    readonly name: string;
    readonly visibility: string;
    readonly cells: readonly (readonly [row: number, column: number, value: string | number | boolean])[];
    readonly merges: readonly string[];
    readonly validations: readonly {
      readonly area: string;
      readonly type: string;
      readonly formula: string;
    }[];
    readonly protected: boolean;
    readonly frozen: string | null;
    readonly filter: string | null;
    readonly looks: readonly (readonly [row: number, column: number, look: OpenpyxlLook])[];
    readonly conditionalFormats: readonly {
      readonly area: string;
      readonly formula: string;
      readonly fill: string | null;
      readonly color: string | null;
      readonly bold: boolean;
    }[];
    /** Width in characters, hidden, outline level. */
    readonly columns: readonly (readonly [column: number, width: number, hidden: boolean, outline: number])[];
    readonly rowHeights: readonly (readonly [row: number, points: number])[];
    readonly tabColor: string | null;
    readonly links: readonly (readonly [cell: string, location: string])[];
  }[];
  /** Last editor and title. */
  readonly identity: readonly (string | null)[];
}

const PYTHON = '/usr/bin/python3';
const SCRIPT = join('test', 'oracles', 'openpyxl-read.py');

/**
 * Reads a workbook with openpyxl and has it save a copy. Rejects with Python's own words where openpyxl
 * (apt: python3-openpyxl) is missing or refuses the file.
 */
export async function readWithOpenpyxl(
  file: Uint8Array,
): Promise<{ readonly content: OpenpyxlContent; readonly saved: Uint8Array }> {
  const folder = await mkdtemp(join(tmpdir(), 'jsp-openpyxl-'));
  try {
    const [source, target] = [join(folder, 'workbook.xlsx'), join(folder, 'saved.xlsx')];
    await writeFile(source, file);
    const output = await printed([SCRIPT, source, target]);
    return { content: JSON.parse(output) as OpenpyxlContent, saved: await readFile(target) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function printed(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(PYTHON, [...args], { maxBuffer: 64 * 1024 * 1024 }, (error, output, errors) => {
      if (error) reject(new Error(`openpyxl failed: ${errors}`, { cause: error }));
      else resolve(output);
    });
  });
}
