import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

/** Runs `run` after `ms` milliseconds, such as over `setTimeout`; gives the way to cancel it. */
export type Schedule = (run: () => void, ms: number) => () => void;

export interface ExchangeOptions {
  /** Origin and path of the service, without a slash at the end. */
  readonly endpoint: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly words: Words;
  readonly timeoutMs: number;
  readonly schedule: Schedule;
}

/** What came back: a status and a JSON body, or the bytes of the one media type that was asked for besides. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly bytes: Uint8Array | null;
}

/** Nothing that says who asks, nothing kept, and no following to another place. */
const DISCREET: RequestInit = {
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  redirect: 'manual',
};

/**
 * One request to the service. `binary` is a media type whose body comes back as bytes; anything else must be JSON.
 * Failures: `offline`, `timeout`, `not-the-service` (a sign-in page of the network, or any other page),
 * `service-failed` (a gateway's page instead of an answer).
 */
export async function exchange(
  options: ExchangeOptions,
  path: string,
  init: RequestInit,
  binary: string | null = null,
): Promise<Result<Answer>> {
  const { endpoint, fetch, words, timeoutMs, schedule } = options;
  const abort = new AbortController();
  let cancel = (): void => undefined;
  const timeout = new Promise<Result<Answer>>((resolve) => {
    cancel = schedule(() => {
      abort.abort();
      resolve(failed('timeout', words('submission.timeout', { endpoint, seconds: timeoutMs / 1000 })));
    }, timeoutMs);
  });
  const answer = fetch(`${endpoint}${path}`, { ...DISCREET, ...init, signal: abort.signal }).then(
    (response) => readAnswer(response, options, binary),
    () => failed('offline', words('submission.offline', { endpoint })),
  );
  return Promise.race([answer, timeout]).finally(cancel);
}

async function readAnswer(
  response: Response,
  { endpoint, words }: ExchangeOptions,
  binary: string | null,
): Promise<Result<Answer>> {
  const { status } = response;
  const strange = () =>
    status >= 500
      ? failed('service-failed', words('submission.serviceFailed', { endpoint, status }))
      : failed('not-the-service', words('submission.notTheService', { endpoint }));
  const redirected = response.type === 'opaqueredirect' || (status >= 300 && status < 400);
  const type = mediaTypeOf(response);
  if (redirected || !(JSON_TYPE.test(type) || type === binary)) return strange();
  try {
    if (type === binary) {
      return success({ status, body: null, bytes: new Uint8Array(await response.arrayBuffer()) });
    }
    const text = await response.text();
    return success({ status, body: JSON.parse(text) as unknown, bytes: null });
  } catch (error) {
    if (error instanceof SyntaxError) return strange();
    return failed('offline', words('submission.cutOff', { endpoint }));
  }
}

const JSON_TYPE = /^application\/(problem\+)?json$/;

/** The media type without parameters, in lower case; empty where the answer names none. */
const mediaTypeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
