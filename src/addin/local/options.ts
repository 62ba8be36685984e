import { parseArgs } from 'node:util';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { type Mode, MODES } from '../../service/service-parts';
import type { Words } from '../../words/words';
import { project } from './project';

export interface LocalOptions {
  readonly port: number;
  /** Open a browser when ready. */
  readonly open: boolean;
  /** Build first; `--no-build` serves what was built last. */
  readonly build: boolean;
  /** Where the practice service keeps its rows. */
  readonly dataDir: string;
  /** Who may submit to it. */
  readonly mode: Mode;
}

const KNOWN = `--port N, --no-open, --no-build, --data FOLDER, --mode ${MODES.join('|')}`;
const DEFAULT_PORT = 3000;

/** Reads what follows `npm start --`. Fails, in words, on anything else (`bad-option`, `bad-port`, `bad-mode`). */
export function localOptions(args: readonly string[], words: Words): Result<LocalOptions> {
  const read = readArgs(args);
  if (typeof read === 'string')
    return failed('bad-option', words('sandbox.badOption', { option: read, known: KNOWN }));
  const { port = String(DEFAULT_PORT), data = project.path('data') } = read;
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0;
  if (number < 1 || number > 65_535) return failed('bad-port', words('sandbox.badPort', { value: port }));
  const mode = MODES.find((one) => one === (read.mode ?? 'open'));
  if (mode === undefined) {
    const values = { value: String(read.mode), known: MODES.join(', ') };
    return failed('bad-mode', words('sandbox.badMode', values));
  }
  return success({
    port: number,
    open: read['no-open'] !== true,
    build: read['no-build'] !== true,
    dataDir: data,
    mode,
  });
}

/** The options, or the one that is not known. */
function readArgs(args: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      mode: { type: 'string' },
      'no-open': { type: 'boolean' },
      'no-build': { type: 'boolean' },
    },
  });
  const known = new Set(['port', 'data', 'mode', 'no-open', 'no-build']);
  const strange = tokens.find((token) => token.kind !== 'option' || !known.has(token.name));
  if (strange !== undefined)
    return strange.kind === 'option' ? strange.rawName : (args[strange.index] ?? '--');
  return {
    ...values,
    port: typeof values.port === 'boolean' ? '' : values.port,
    data: typeof values.data === 'boolean' ? undefined : values.data,
    mode: typeof values.mode === 'boolean' ? '' : values.mode,
  };
}
