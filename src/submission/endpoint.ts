import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

const THIS_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address of a benchmark service as someone typed it, in the form the client takes: https (plain http only to
 * this machine), no user, query or fragment, no slash at the end.
 */
export function parseEndpoint(text: string, words: Words): Result<string> {
  const refused = () => failed('endpoint-invalid', words('submission.endpointInvalid', { endpoint: text }));
  if (!URL.canParse(text)) return refused();
  const url = new URL(text);
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && THIS_MACHINE.has(url.hostname));
  if (!safe || url.username || url.password || url.search || url.hash) return refused();
  return success(`${url.origin}${url.pathname}`.replace(/\/+$/, ''));
}
