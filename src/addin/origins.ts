import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { WordKey, Words } from '../words/words';

/** Where a build will live: the pane's own origin, and the benchmark service's; an empty benchmark is the pane's own. */
export interface Origins {
  readonly addin: string;
  readonly benchmark: string;
}

export type OriginSettings = Readonly<Partial<Record<'ADDIN_ORIGIN' | 'BENCHMARK_ORIGIN', string>>>;

const EXAMPLES = { ADDIN_ORIGIN: 'addin.example', BENCHMARK_ORIGIN: 'benchmark.example' } as const;

/** What manifest.xml in the repository names, and what `npm run sideload` serves by default. */
export const LOCAL_ORIGIN = 'https://localhost:3000';

/** Origins of a production build, from its two settings. Each must be an https origin and not this computer. */
export function productionOrigins(settings: OriginSettings, words: Words): Result<Origins> {
  const addin = originOf('ADDIN_ORIGIN', settings.ADDIN_ORIGIN, EXAMPLES.ADDIN_ORIGIN, words);
  if (!addin.ok) return addin;
  const benchmark = originOf('BENCHMARK_ORIGIN', settings.BENCHMARK_ORIGIN, EXAMPLES.BENCHMARK_ORIGIN, words);
  if (!benchmark.ok) return benchmark;
  return success({ addin: addin.value, benchmark: benchmark.value });
}

/** An origin that a build may name or leave out (null): https and not this computer. `name` is the setting's. */
export function namedOrigin(
  name: keyof OriginSettings,
  value: string | undefined,
  words: Words,
): Result<string | null> {
  return value === undefined || value === '' ? success(null) : originOf(name, value, EXAMPLES[name], words);
}

function originOf(name: string, value: string | undefined, example: string, words: Words): Result<string> {
  const refuse = (key: WordKey) => failed('origin', words(key, { name, value: value ?? '', example }));
  if (value === undefined || value === '') return refuse('addin.originMissing');
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:' || url.origin !== value) return refuse('addin.originNotHttps');
  if (/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) return refuse('addin.originLocal');
  return success(url.origin);
}
