import { canonicalJson } from '../../src/submission/canonical';
import { memberCodeAuthorization, quoted } from '../../src/submission/protocol';
import type { Row } from '../../src/submission/row';
import { keyOf, sha256, someRow } from '../submission/fixtures';
import { memberCode } from './members';

/** What the service acknowledged last. Revision 0: nothing yet; `row` null: withdrawn. */
export interface Acknowledged {
  readonly revision: number;
  readonly row: Row | null;
}

export interface Contributor {
  readonly nullifier: string;
  readonly held: () => Acknowledged;
  /** Does one thing; true where it was acknowledged. A broken connection is no answer: next time the same is done again. */
  act(url: string): Promise<boolean>;
}

interface Deed {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly row: Row | null;
}

const hashOf = (row: Row): string => sha256(canonicalJson(row)).toString('hex');

/**
 * Somebody who sends a row by the member code of its name, corrects it, withdraws it and puts it back, by chance, and
 * repeats each request word for word until it is answered.
 */
export function contributor(name: string, random: () => number): Contributor {
  const nullifier = keyOf(`nullifier of ${name}`);
  const secret = sha256(`secret of ${name}`);
  const owner = sha256(secret).toString('base64url');
  const someOtherRow = (): Row => someRow(Math.floor(random() * 1_000_000));
  let held: Acknowledged = { revision: 0, row: null };
  let next: Deed = { method: 'POST', row: someOtherRow() };

  const headers = ({ method }: Deed): Record<string, string> => {
    if (method === 'POST') {
      const authorization = memberCodeAuthorization(memberCode(name).code);
      return { 'idempotency-key': quoted(nullifier), 'row-owner': quoted(owner), authorization };
    }
    const shown = { 'row-secret': quoted(secret.toString('base64url')) };
    return method === 'PUT' ? { ...shown, 'if-match': quoted(String(held.revision)) } : shown;
  };
  const send = (url: string, deed: Deed): Promise<Response> =>
    fetch(`${url}/v1/submissions${deed.method === 'POST' ? '' : `/${nullifier}`}`, {
      method: deed.method,
      headers: { ...headers(deed), ...(deed.row && { 'content-type': 'application/json' }) },
      body: deed.row && canonicalJson(deed.row),
    });

  return {
    nullifier,
    held: () => held,
    async act(url) {
      const response = await send(url, next).catch(() => null);
      const answer: unknown = await response?.json().catch(() => null);
      if (!response || !answer) return false;
      const { method, row } = next;
      const revision = held.revision + 1;
      expect({ method, ok: response.ok, answer }).toMatchObject({
        ok: true,
        answer: { nullifier, revision, ...(row && { rowHash: hashOf(row) }) },
      });
      held = { revision, row };
      next = row && random() < 0.3 ? { method: 'DELETE', row: null } : { method: 'PUT', row: someOtherRow() };
      return true;
    },
  };
}
