import { randomBytes } from 'node:crypto';
import { ownerOf } from '../submission/owner';
import type { Cycle } from '../submission/port';
import type { RowAccess } from '../submission/prepare';
import { memberCodeAuthorization } from '../submission/protocol';
import type { TokenRecord } from '../submission/record';
import { finishPurchase, requestOf, startPurchase } from '../submission/token-purchase';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import { sha256, sha384 } from './submission-client';
import type { SubmitJob } from './submit-job';
import { keepToken, readTokens } from './token-file';

/**
 * What a new row is known by and admitted with. The service is asked for its mode only where a code or a token is at
 * hand: without one a row goes as in mode `open`, and the service says what it wants.
 */
export async function accessOf(job: SubmitJob): Promise<Result<RowAccess>> {
  const { client, code, loaded, shipped, file } = job;
  const tokens = readTokens(file, shipped.words);
  if (!tokens.ok) return tokens;
  const known = tokens.value.findLast((token) => isFor(token, loaded.row.cycle, client.endpoint));
  if (known?.authorization) return success(tokenAccess(known));
  if (code === null) return success(await ownAccess(job, null));
  const cycle = await client.cycle();
  if (!cycle.ok) return cycle;
  if (cycle.value.mode !== 'blind') return success(await ownAccess(job, memberCodeAuthorization(code)));
  return buyToken(job, cycle.value, code, known ?? null);
}

const isFor = (token: TokenRecord, cycle: string, endpoint: string): boolean =>
  token.cycle === cycle && token.endpoint === endpoint;

async function ownAccess({ root, loaded }: SubmitJob, authorization: string | null): Promise<RowAccess> {
  const { nullifier, owner } = await ownerOf(root, loaded.row.cycle, sha256);
  return { nullifier, owner, authorization, bound: false };
}

const tokenAccess = ({ nullifier, owner, authorization }: TokenRecord): RowAccess => ({
  nullifier,
  owner,
  authorization,
  bound: true,
});

/** The token is kept before it is asked for: after a lost reply the same request goes again, and no second code is spent. */
async function buyToken(
  { file, root, client, shipped: { words } }: SubmitJob,
  { cycle, rubric, tokenKey }: Cycle,
  code: string,
  known: TokenRecord | null,
): Promise<Result<RowAccess>> {
  if (!tokenKey)
    return failed('not-understood', words('submission.notUnderstood', { endpoint: client.endpoint }));
  const context = {
    ...{ cycle, rubric: rubric.id, tokenKey, endpoint: client.endpoint, secret: root, words },
    ...{ random: (count: number) => randomBytes(count), digest: sha256, sha384 },
  };
  const started = known?.keyId === tokenKey.id ? success(known) : await startPurchase(context);
  if (!started.ok) return started;
  const request = requestOf(started.value);
  if (request === null) throw new Error('A token that is not there yet has a request');
  const kept = keepToken(file, started.value, words);
  if (!kept.ok) return kept;
  const response = await client.buyToken(code, request);
  if (!response.ok) return response;
  const finished = await finishPurchase(started.value, response.value, context);
  if (!finished.ok) return finished;
  const done = keepToken(file, finished.value, words);
  return done.ok ? success(tokenAccess(finished.value)) : done;
}
