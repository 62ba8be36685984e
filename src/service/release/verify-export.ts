import type * as z from 'zod/mini';
import { releaseNumber } from '../../submission/release';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import type { AuditedRow } from './check-rows';
import { checkRows } from './check-rows';
import type { LeafPages } from './check-tree';
import type { ExportHeader } from './export-release';
import { exportHeaderSchema, exportRowSchema } from './export-release';
import type { Finding } from './finding';
import type { TrustedKeys } from './verify-files';
import { verifyReleaseFile } from './verify-files';

/** What an auditor holds an exported file against. */
export interface AuditFiles {
  /** The release out of parsed JSON, as the public has it. */
  readonly release: unknown;
  /** The public pages of its leaves, in order: `leaves` of each proof page, joined. They name what differs. */
  readonly pages: LeafPages;
  readonly keys: TrustedKeys;
}

export interface AuditReport {
  /** How many rows the file holds. */
  readonly rows: number;
  /** Empty: the release was made of exactly these rows, and says what they give. */
  readonly findings: readonly Finding[];
}

/**
 * An auditor's check: the release is made of exactly the rows of the file, each once, and every figure in it is what they
 * and the rules give. Fails: as `verifyReleaseFile`, also for each earlier release of the file; `export-invalid` (a line
 * cannot be read); `export-other` (it is another release's).
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  { release: json, pages, keys }: AuditFiles,
  words: Words,
): Promise<Result<AuditReport>> {
  const verified = await verifyReleaseFile(json, keys, words);
  if (!verified.ok) return verified;
  const { release, hash } = verified.value;
  const file = new ExportFile(lines);
  try {
    const header = await file.header();
    if (header.release !== hash)
      return failed('export-other', words('release.exportOther', { release: release.id }));
    for (const earlier of header.former) {
      const genuine = await verifyReleaseFile(earlier, keys, words);
      if (!genuine.ok) return genuine;
    }
    const findings = await checkRows(file.rows(), {
      release,
      pages,
      filling: Buffer.from(header.filling, 'base64url'),
      domains: header.domains,
      former: header.former.map((earlier) => ({ number: releaseNumber(earlier.id), release: earlier })),
      before: header.before,
      words,
    });
    return success({ rows: file.line - 1, findings });
  } catch (error) {
    if (!(error instanceof LineUnreadable)) throw error;
    return failed('export-invalid', words('release.exportInvalid', { line: file.line }));
  }
}

/** Ends the reading of a file. */
class LineUnreadable extends Error {}

/** The lines of an auditor's file, typed one after the other. */
class ExportFile {
  /** How many lines were read. */
  line = 0;
  readonly #lines: AsyncIterator<string> | Iterator<string>;

  constructor(lines: AsyncIterable<string> | Iterable<string>) {
    this.#lines = Symbol.asyncIterator in lines ? lines[Symbol.asyncIterator]() : lines[Symbol.iterator]();
  }

  async header(): Promise<ExportHeader> {
    const header = await this.#next(exportHeaderSchema);
    if (header === null) throw new LineUnreadable();
    return header;
  }

  async *rows(): AsyncIterable<AuditedRow> {
    for (let row = await this.#next(exportRowSchema); row !== null; row = await this.#next(exportRowSchema)) {
      yield row;
    }
  }

  /** The next line; null where there is none. */
  async #next<T>(schema: z.ZodMiniType<T>): Promise<T | null> {
    const next = await this.#lines.next();
    if (next.done) return null;
    this.line += 1;
    const parsed = schema.safeParse(jsonOrNothing(next.value));
    if (!parsed.success) throw new LineUnreadable();
    return parsed.data;
  }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
