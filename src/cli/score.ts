import { plainScores } from '../assessment/plain-scores';
import { errorsIn, inputsOf } from '../assessment/read-assessment';
import { score } from '../scoring/score';
import { type CommandCall, type Outcome, runCommand } from './command';
import { loadAssessment } from './load-assessment';

/** `npm run --silent score -- FILE`: prints the scores as JSON with the problems found; exits 1 when answers are invalid. */
function scoreFile({ shipped, files, misused }: CommandCall): Outcome {
  const [file] = files;
  if (file === undefined || files.length > 1) return misused();
  const loaded = loadAssessment(file, shipped);
  if (!loaded.ok) return { error: loaded.failure.message, code: 1 };
  const { rubric, assessment } = loaded.value;
  const problems = errorsIn(assessment);
  const scores = plainScores(score(rubric, inputsOf(assessment)), problems);
  return { out: `${JSON.stringify(scores, null, 2)}\n`, code: problems.length > 0 ? 1 : 0 };
}

await runCommand(({ words }) => words('cli.usageScore'), {}, scoreFile);
