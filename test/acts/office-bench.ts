import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawCell } from '../../src/assessment/assessment';
import type { Area } from '../../src/workbook/design';
import { success } from '../../src/words/result';
import { readAssessmentFile } from '../../src/xlsx/read-assessment-file';
import { cellAt, readXlsx, type XlsxContent } from '../../src/xlsx/read-xlsx';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { openExcel, valueOf } from '../excel/open-excel';
import { english as words } from '../load-words';
import { jspDesign } from '../oracles/design';
import { officeProcess } from './office-process';
import type { Bench, Seen } from './bench';
import { bookOf } from './book-of-file';
import { filledAnswers } from './filled-answers';
import type { Places } from './places';
import { lookAt, SHOWN } from './sandbox-bench';

/** Filled workbooks in files, one after the other in one LibreOffice; `end` ends it. */
export async function openOffice() {
  const folder = await mkdtemp(join(tmpdir(), 'jsp-acts-'));
  const [filled, saved] = [join(folder, 'filled.xlsx'), join(folder, 'saved.xlsx')];
  await writeFile(filled, writeXlsx(jspDesign({ answers: filledAnswers() })));
  const office = officeProcess();
  const open = async (): Promise<Bench> => {
    await office.ask({ open: filled });
    const save = async (): Promise<Uint8Array> => {
      await office.ask({ save: saved });
      return readFile(saved);
    };
    return officeBench(office.ask, save);
  };
  const end = async (): Promise<void> => {
    await office.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { open, end };
}

type Office = ReturnType<typeof officeProcess>;

/** Acts are LibreOffice's; Check and Repair are the add-in's, over the sandbox's engine, on the file that it saved. */
function officeBench(ask: Office['ask'], save: () => Promise<Uint8Array>): Bench {
  let latest: Uint8Array = new Uint8Array();
  let mended: Awaited<ReturnType<typeof openExcel>> | null = null;
  const opened = () => openExcel({}, () => bookOf(contentOf(latest)));
  return {
    apply: (act, { names }) => ask({ act, sheet: names[act.sheet] }),
    look: async (places) => {
      if (mended !== null) return { ...(await lookAt(places)), read: await mended.port.read() };
      latest = await save();
      return seenIn(latest, places);
    },
    check: async () => (await opened()).port.verify(),
    repair: async (findings) => {
      mended = await opened();
      return mended.port.repair(findings);
    },
  };
}

const contentOf = (bytes: Uint8Array): XlsxContent => valueOf(readXlsx(bytes, words));

/** What a file shows as it was saved, and what the command line reads of it. */
function seenIn(bytes: Uint8Array, { names, pushed }: Places): Seen {
  const { sheets } = contentOf(bytes);
  const cellsOf = (id: keyof Places['names'], area: Area): RawCell[][] => {
    const sheet = sheets.find(({ name }) => name === names[id]);
    if (sheet === undefined) throw new Error(`There is no sheet ${names[id]}`);
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from(
        { length: area.columns },
        (__, c) => cellAt(sheet, area.row + r + (pushed[id] ?? 0), area.column + c).value,
      ),
    );
  };
  const read = readAssessmentFile(bytes, words);
  return {
    cells: cellsOf('assessment', { row: 0, column: 0, rows: 900, columns: 26 }),
    shown: {
      scorecard: cellsOf('scorecard', SHOWN.scorecard),
      itemMean: cellsOf('scorecard', SHOWN.itemMean)[0]?.[0],
      roadmap: cellsOf('roadmap', SHOWN.roadmap).map(([id]) => id),
      bytes: cellsOf('submission', SHOWN.bytes)[0]?.[0],
    },
    read: read.ok ? success(read.value.raw) : read,
  };
}
