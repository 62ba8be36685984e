import { writeFileSync } from 'node:fs';
import { designWorkbook } from '../workbook/design-workbook';
import { freeSheetNames } from '../workbook/sheet-names';
import { writeXlsx } from '../xlsx/write-xlsx';
import { type CommandCall, type Outcome, readFile, runCommand } from './command';
import { fromAnswers } from './load-assessment';

/** `npm run --silent workbook -- --out FILE.xlsx [--answers ANSWERS.json] [--rubric ID]`: writes the workbook, blank or filled. */
function workbook({ shipped, files, given, misused }: CommandCall): Outcome {
  const { out, answers, rubric: rubricId } = given;
  if (typeof out !== 'string' || files.length > 0) return misused();
  const { words, vocabulary, published, cycle } = shipped;
  const rubric = shipped.rubric(typeof rubricId === 'string' ? rubricId : 'jsp');
  if (!rubric.ok) return { error: rubric.failure.message, code: 1 };
  const filled = typeof answers === 'string' ? filledFrom(answers, shipped) : null;
  if (filled !== null && !filled.ok) return { error: filled.failure.message, code: 1 };
  const benchmark = published.find((figures) => Object.keys(figures.domains).length > 0);
  if (benchmark === undefined) throw new Error('No published figures with domains are shipped');
  const design = designWorkbook({
    rubric: rubric.value,
    words,
    vocabulary,
    names: freeSheetNames(words, []),
    benchmark,
    published,
    cycle,
    ...(filled === null ? {} : { answers: filled.value.answers }),
  });
  try {
    writeFileSync(out, writeXlsx(design));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { error: words('cli.fileUnwritable', { file: out, reason: error.message }), code: 1 };
  }
  return { error: words('cli.written', { file: out }), code: 0 };
}

function filledFrom(file: string, shipped: CommandCall['shipped']) {
  const bytes = readFile(file, shipped);
  return bytes.ok ? fromAnswers(bytes.value, file, shipped) : bytes;
}

const text = { type: 'string' } as const;
await runCommand(
  ({ words }) => words('cli.usageWorkbook'),
  { out: text, answers: text, rubric: text },
  workbook,
);
