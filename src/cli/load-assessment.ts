import { parseAnswersFile, rawOfAnswersFile } from '../assessment/answers-file';
import type { Assessment, RawAssessment } from '../assessment/assessment';
import { readAssessment } from '../assessment/read-assessment';
import { benchmarkSchema } from '../rubric/benchmark';
import type { Rubric } from '../rubric/schema';
import type { StateRow } from '../workbook/map';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import { readAssessmentFile } from '../xlsx/read-assessment-file';
import { readFile } from './command';
import { nativeInflate } from './native-inflate';
import type { Shipped } from './shipped';

/** The rubric that an ANSWERS.json is for: a file of answers names none. */
export const DEFAULT_RUBRIC = 'jsp';

export interface Loaded {
  readonly rubric: Rubric;
  readonly assessment: Assessment;
  readonly cycle: string;
  /** The state sheet of a workbook; nothing for a file of answers. */
  readonly state: readonly StateRow[];
}

/** Reads the answers of an .xlsx (saved by Excel, LibreOffice or us) or of an ANSWERS.json. */
export function loadAssessment(file: string, shipped: Shipped): Result<Loaded> {
  const bytes = readFile(file, shipped);
  if (!bytes.ok) return bytes;
  const raw = looksLikeJson(file, bytes.value)
    ? fromAnswers(bytes.value, file, shipped)
    : fromWorkbook(bytes.value, shipped);
  if (!raw.ok) return raw;
  const { answers, ...rest } = raw.value;
  return success({ ...rest, assessment: assess(answers, rest.rubric, shipped) });
}

/** Reads the answers of an ANSWERS.json for a rubric, as they stand and as they are meant. */
export function loadAnswers(
  file: string,
  rubric: Rubric,
  shipped: Shipped,
): Result<{ readonly answers: RawAssessment; readonly assessment: Assessment }> {
  const bytes = readFile(file, shipped);
  const answers = bytes.ok ? parseAnswers(bytes.value, file, rubric, shipped) : bytes;
  if (!answers.ok) return answers;
  return success({ answers: answers.value, assessment: assess(answers.value, rubric, shipped) });
}

type Answers = Omit<Loaded, 'assessment'> & { readonly answers: RawAssessment };

const assess = (answers: RawAssessment, rubric: Rubric, { words, vocabulary }: Shipped): Assessment =>
  readAssessment(answers, { rubric, words, vocabulary });

function fromAnswers(bytes: Buffer, file: string, shipped: Shipped): Result<Answers> {
  const rubric = shipped.rubric(DEFAULT_RUBRIC);
  if (!rubric.ok) return rubric;
  const answers = parseAnswers(bytes, file, rubric.value, shipped);
  if (!answers.ok) return answers;
  return success({ rubric: rubric.value, answers: answers.value, cycle: shipped.cycle, state: [] });
}

function parseAnswers(bytes: Buffer, file: string, rubric: Rubric, shipped: Shipped): Result<RawAssessment> {
  const json = parseJson(bytes.toString('utf8'), file, shipped);
  const parsed = json.ok ? parseAnswersFile(json.value, file, shipped.words) : json;
  return parsed.ok ? success(rawOfAnswersFile(parsed.value, rubric)) : parsed;
}

function fromWorkbook(bytes: Buffer, shipped: Shipped): Result<Answers> {
  const read = readAssessmentFile(bytes, shipped.words, nativeInflate);
  if (!read.ok) return read;
  const { map, raw, state } = read.value;
  // A workbook whose hidden sheet is gone names none, as a file of answers does.
  const rubric = shipped.rubric(map.rubric.id || DEFAULT_RUBRIC);
  if (!rubric.ok) return rubric;
  if (map.rubric.id !== '' && rubric.value.version !== map.rubric.version) {
    const values = { version: map.rubric.version, shipped: rubric.value.version };
    return failed('rubric-version', shipped.words('cli.rubricVersion', values));
  }
  const cycle = benchmarkSchema.shape.cycle.safeParse(map.cycle).success ? map.cycle : shipped.cycle;
  return success({ rubric: rubric.value, answers: raw, cycle, state });
}

/** Rich text begins with a brace too. */
const looksLikeJson = (file: string, bytes: Buffer): boolean =>
  file.toLowerCase().endsWith('.json') ||
  /^\s*\{\s*(?:["}]|$)/.test(bytes.subarray(0, 64).toString('latin1'));

function parseJson(text: string, file: string, { words }: Shipped): Result<unknown> {
  try {
    return success(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed('not-json', words('input.notJson', { file, reason: error.message }));
  }
}
