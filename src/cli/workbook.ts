import { writeFileSync } from 'node:fs';
import type { Problem, RawAssessment } from '../assessment/assessment';
import { errorsIn } from '../assessment/read-assessment';
import { startingBenchmark } from '../rubric/starting-benchmark';
import type { Rubric } from '../rubric/schema';
import { newWorkbook } from '../xlsx/new-workbook';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Command, CommandCall, Outcome } from './command';
import { DEFAULT_RUBRIC, loadAnswers } from './load-assessment';

/**
 * Writes the workbook, blank or filled. A wrong answer stands in its cell as it was given and is named on standard
 * error, as its Check cell names it; an answer that has no cell is refused.
 */
export const workbook: Command = {
  usage: 'cli.usageWorkbook',
  options: {
    out: { type: 'string', value: 'help.valueXlsx', help: 'help.workbookOut' },
    answers: { type: 'string', value: 'help.valueAnswers', help: 'help.workbookAnswers' },
    rubric: { type: 'string', value: 'help.valueId', help: 'help.workbookRubric' },
  },
  run: writeWorkbook,
};

function writeWorkbook({ shipped, files, given, misused }: CommandCall): Outcome {
  const { out, answers, rubric: rubricId } = given;
  if (typeof out !== 'string' || files.length > 0) return misused();
  const { words, vocabulary, published, cycle } = shipped;
  const rubric = shipped.rubric(typeof rubricId === 'string' ? rubricId : DEFAULT_RUBRIC);
  if (!rubric.ok) return { error: rubric.failure.message, code: 1 };
  const filled = typeof answers === 'string' ? filledFrom(answers, rubric.value, shipped) : BLANK;
  if (!filled.ok) return { error: filled.failure.message, code: 1 };
  // Without an id: the same bytes each time. Each copy is given its own at its first write.
  const bytes = newWorkbook({
    ...{ rubric: rubric.value, words, vocabulary, published, cycle },
    benchmark: startingBenchmark(published),
    answers: filled.value.answers,
  });
  try {
    writeFileSync(out, bytes);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { error: words('cli.fileUnwritable', { file: out, reason: error.message }), code: 1 };
  }
  const said = [...filled.value.problems.map(({ message }) => message), words('cli.written', { file: out })];
  return { error: said.join('\n'), code: 0 };
}

interface Filled {
  readonly answers: RawAssessment;
  /** What is wrong with answers that have their cell. */
  readonly problems: readonly Problem[];
}

const BLANK: Result<Filled> = success({
  answers: { rows: [], profile: { organization: null, size: null, detail: null } },
  problems: [],
});

function filledFrom(file: string, rubric: Rubric, shipped: CommandCall['shipped']): Result<Filled> {
  const loaded = loadAnswers(file, rubric, shipped);
  if (!loaded.ok) return loaded;
  const { answers, assessment } = loaded.value;
  const problems = errorsIn(assessment);
  const homeless = problems.filter(({ code }) => code === 'item-unknown' || code === 'item-duplicate');
  if (homeless.length === 0) return success({ answers, problems });
  const said = homeless.map(({ message }) => message).join('\n');
  return failed('answers-homeless', shipped.words('cli.answersHomeless', { problems: said }));
}
