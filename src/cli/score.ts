import { plainScores } from '../assessment/plain-scores';
import { errorsIn, inputsOf } from '../assessment/read-assessment';
import { score as scoreOf } from '../scoring/score';
import type { Command, CommandCall, Outcome } from './command';
import { loadAssessment } from './load-assessment';

/** Prints the scores of a file as JSON with the problems found; exits 1 when answers are invalid. */
export const score: Command = {
  usage: 'cli.usageScore',
  exitOne: 'help.exitScore',
  options: {},
  run: scoreFile,
};

function scoreFile({ shipped, files, misused }: CommandCall): Outcome {
  const [file] = files;
  if (file === undefined || files.length > 1) return misused();
  const loaded = loadAssessment(file, shipped);
  if (!loaded.ok) return { error: loaded.failure.message, code: 1 };
  const { rubric, assessment } = loaded.value;
  const problems = errorsIn(assessment);
  const scores = plainScores(scoreOf(rubric, inputsOf(assessment)), problems);
  return { out: `${JSON.stringify(scores, null, 2)}\n`, code: problems.length > 0 ? 1 : 0 };
}
