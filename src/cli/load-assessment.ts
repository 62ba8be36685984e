import { parseAnswersFile, rawOfAnswersFile } from '../assessment/answers-file';
import type { Assessment, RawAssessment } from '../assessment/assessment';
import { readAssessment } from '../assessment/read-assessment';
import type { Rubric } from '../rubric/schema';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import { readAssessmentFile } from '../xlsx/read-assessment-file';
import { readFile } from './command';
import type { Shipped } from './shipped';

/** The rubric that an ANSWERS.json is for: a file of answers names none. */
const DEFAULT_RUBRIC = 'jsp';

export interface Loaded {
  readonly rubric: Rubric;
  readonly assessment: Assessment;
  readonly cycle: string;
}

/** Reads the answers of an .xlsx (saved by Excel, LibreOffice or us) or of an ANSWERS.json. */
export function loadAssessment(file: string, shipped: Shipped): Result<Loaded> {
  const bytes = readFile(file, shipped);
  if (!bytes.ok) return bytes;
  const raw = looksLikeJson(file, bytes.value)
    ? fromAnswers(bytes.value, file, shipped)
    : fromWorkbook(bytes.value, shipped);
  if (!raw.ok) return raw;
  const { rubric, answers, cycle } = raw.value;
  const assessment = readAssessment(answers, {
    rubric,
    words: shipped.words,
    vocabulary: shipped.vocabulary,
  });
  return success({ rubric, assessment, cycle });
}

interface Answers {
  readonly rubric: Rubric;
  readonly answers: RawAssessment;
  readonly cycle: string;
}

/** Reads ANSWERS.json as raw cells. */
export function fromAnswers(bytes: Buffer, file: string, shipped: Shipped): Result<Answers> {
  const rubric = shipped.rubric(DEFAULT_RUBRIC);
  if (!rubric.ok) return rubric;
  const json = parseJson(bytes.toString('utf8'), file, shipped);
  if (!json.ok) return json;
  const parsed = parseAnswersFile(json.value, file, shipped.words);
  if (!parsed.ok) return parsed;
  return success({
    rubric: rubric.value,
    answers: rawOfAnswersFile(parsed.value, rubric.value),
    cycle: shipped.cycle,
  });
}

function fromWorkbook(bytes: Buffer, shipped: Shipped): Result<Answers> {
  const read = readAssessmentFile(bytes, shipped.words);
  if (!read.ok) return read;
  const { map, raw } = read.value;
  const rubric = shipped.rubric(map.rubric.id);
  if (!rubric.ok) return rubric;
  if (rubric.value.version !== map.rubric.version) {
    const values = { version: map.rubric.version, shipped: rubric.value.version };
    return failed('rubric-version', shipped.words('cli.rubricVersion', values));
  }
  return success({ rubric: rubric.value, answers: raw, cycle: map.cycle === '' ? shipped.cycle : map.cycle });
}

const looksLikeJson = (file: string, bytes: Buffer): boolean =>
  file.toLowerCase().endsWith('.json') || /^\s*\{/.test(bytes.subarray(0, 64).toString('latin1'));

function parseJson(text: string, file: string, { words }: Shipped): Result<unknown> {
  try {
    return success(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed('not-json', words('input.notJson', { file, reason: error.message }));
  }
}
