import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark } from '../rubric/benchmark';
import { parseBenchmark, parseRubric } from '../rubric/load';
import type { Rubric } from '../rubric/schema';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';
import { isSystemError } from './system-error';

/** What the service knows beside the rows: the rubrics' files, and figures that anybody may read. */
export interface Content {
  readonly rubrics: readonly Rubric[];
  readonly releases: readonly Benchmark[];
}

/**
 * Reads a rubric directory: `*.json` are rubrics, `published/*.json` reports' figures, `samples/release.json` the
 * invented release, which is served only where `sample` asks for it. Fails as `parseRubric` does, or `content-unreadable`.
 */
export function loadContent(directory: string, sample: boolean, words: Words): Result<Content> {
  try {
    const rubrics = collect(filesIn(directory), (json, file) => parseRubric(json, file, words), words);
    if (!rubrics.ok) return rubrics;
    const samples = sample ? [join(directory, 'samples', 'release.json')] : [];
    const files = [...filesIn(join(directory, 'published')), ...samples];
    const releases = collect(files, (json, file) => parseBenchmark(json, file, words), words);
    if (!releases.ok) return releases;
    return success({ rubrics: rubrics.value, releases: releases.value });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return failed('content-unreadable', words('service.contentUnreadable', { reason: error.message }));
  }
}

const filesIn = (directory: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(directory, name));

function collect<T>(
  files: readonly string[],
  parse: (json: unknown, file: string) => Result<T>,
  words: Words,
): Result<T[]> {
  const values: T[] = [];
  for (const file of files) {
    const json = readJson(file, words);
    const parsed = json.ok ? parse(json.value, file) : json;
    if (!parsed.ok) return parsed;
    values.push(parsed.value);
  }
  return success(values);
}

function readJson(file: string, words: Words): Result<unknown> {
  const text = readFileSync(file, 'utf8');
  try {
    return success(JSON.parse(text) as unknown);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed('content-unreadable', words('input.notJson', { file, reason: error.message }));
  }
}
