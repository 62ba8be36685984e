/** What the service tells its operator. Nothing of a request is in it. */
export type ServiceEvent =
  | { readonly event: 'start'; readonly url: string; readonly mode: string }
  | { readonly event: 'stop' }
  /** `error`: whatever was thrown. */
  | { readonly event: 'fault'; readonly error: unknown };

export type Log = (event: ServiceEvent) => void;

/** Nullifiers, hashes, secrets, tokens and keys are longer than any word of an error's message. */
const LONG_CODE = /[A-Za-z0-9_+/=-]{26,}/g;
const CHARACTERS_AT_MOST = 300;
const FRAMES_AT_MOST = 8;

/**
 * Writes every event as one line of JSON. It bears no time: the collector of the lines knows it, and a file of ours
 * shall not tell when somebody sent a row.
 */
export const jsonLines =
  (write: (line: string) => void): Log =>
  (event) =>
    write(`${JSON.stringify(event.event === 'fault' ? faultLine(event.error) : event)}\n`);

/** A fault by its kind and place: a store's message can quote what it was given, so codes are blotted out of it. */
function faultLine(error: unknown) {
  const { name, code, message, stack } = Object(error) as Partial<Record<keyof Error | 'code', unknown>>;
  const said = textOf(message ?? error);
  return {
    event: 'fault',
    name: textOf(name),
    code: textOf(code),
    message: said.replace(LONG_CODE, '…').slice(0, CHARACTERS_AT_MOST),
    at: framesOf(textOf(stack).replace(said, '')),
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const framesOf = (stack: string): string[] =>
  stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES_AT_MOST);
