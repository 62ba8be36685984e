import type * as z from 'zod/mini';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Answer, ExchangeOptions } from './exchange';
import { exchange } from './exchange';
import { problemSchema } from './protocol';

const DETAIL_AT_MOST = 500;
/** Problems (the last part of their `type`) that a caller can do something particular about. */
const OWN_CODES = new Set([
  'code-missing',
  'code-unknown',
  'code-spent',
  'token-refused',
  'row-unknown',
  'row-withdrawn',
  'revision-stale',
  'cycle-closed',
]);

/** Requests whose every outcome is a value. */
export interface ServiceCall {
  /** GET, answered with 200 and what the schema says. */
  get<S extends z.ZodMiniType>(path: string, schema: S): Promise<Result<z.output<S>>>;
  /** Any request that is answered with 200 or 201 and what the schema says. */
  send<S extends z.ZodMiniType>(path: string, init: RequestInit, schema: S): Promise<Result<z.output<S>>>;
  /** Any request that is answered with 200 or 201 and bytes of the media type. */
  sendForBytes(path: string, init: RequestInit, type: string): Promise<Result<Uint8Array>>;
  /** Another version of the service, or something else that speaks JSON, answered. */
  notUnderstood(): Result<never>;
}

/**
 * Speaks to the service at `options.endpoint`. Failures besides those of `exchange`: `refused` (the service's own
 * words), `conflict` (another row holds the key), the problems of `OWN_CODES`, `not-understood`.
 */
export function serviceCall(options: ExchangeOptions): ServiceCall {
  const { endpoint, words } = options;
  const notUnderstood = (): Result<never> =>
    failed('not-understood', words('submission.notUnderstood', { endpoint }));

  function refusal({ status, body }: Answer): Result<never> {
    if (status >= 500) {
      return failed('service-failed', words('submission.serviceFailed', { endpoint, status }));
    }
    const problem = problemSchema.safeParse(body);
    if (!problem.success || status < 400) return notUnderstood();
    const detail = problem.data.detail.slice(0, DETAIL_AT_MOST);
    const code = /:([a-z-]+)$/.exec(problem.data.type)?.[1] ?? '';
    if (OWN_CODES.has(code)) return failed(code, words('submission.refused', { detail }));
    return status === 409
      ? failed('conflict', words('submission.conflict', { detail }))
      : failed('refused', words('submission.refused', { detail }));
  }

  async function answered(path: string, init: RequestInit, type: string | null): Promise<Result<Answer>> {
    const answer = await exchange(options, path, init, type);
    if (!answer.ok) return answer;
    const { status } = answer.value;
    return status === 200 || status === 201 ? answer : refusal(answer.value);
  }

  async function send<S extends z.ZodMiniType>(path: string, init: RequestInit, schema: S) {
    const answer = await answered(path, init, null);
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(answer.value.body);
    return parsed.success ? success(parsed.data) : notUnderstood();
  }

  return {
    notUnderstood,
    send,
    get: (path, schema) => send(path, { method: 'GET' }, schema),
    async sendForBytes(path, init, type) {
      const answer = await answered(path, init, type);
      if (!answer.ok) return answer;
      return answer.value.bytes ? success(answer.value.bytes) : notUnderstood();
    },
  };
}
