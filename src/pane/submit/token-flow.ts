import { ownerOf } from '../../submission/owner';
import type { Cycle } from '../../submission/port';
import type { TokenRecord } from '../../submission/record';
import {
  finishPurchase,
  type PurchaseContext,
  requestOf,
  startPurchase,
} from '../../submission/token-purchase';
import { type Failure, type Result, success } from '../../words/result';
import { asked } from '../store/asked';
import { tokenOf } from './access-flow';
import type { SubmissionState } from './submission-state';
import type { SubmitParts } from './submit-parts';

/** The step in which a token is asked for: what the shelf holds, and the recovery code if it is this session's. */
export async function tokenStep(
  parts: SubmitParts,
  cycle: Cycle,
  token: TokenRecord | null,
  failure: Failure | null = null,
): Promise<SubmissionState> {
  const { secrets, digest } = parts;
  const owner = token?.owner ?? (await ownerOf(secrets.root(), cycle.cycle, digest)).owner;
  const recovery = await secrets.codeOf({ cycle: cycle.cycle, owner });
  return { kind: 'token', cycle, token, recovery, busy: false, failure };
}

/**
 * Spends a member code on a token. Its request is on the shelf before it is sent, so that the same one goes again
 * after a lost reply, and no second code is spent.
 */
export async function getToken(parts: SubmitParts, cycle: Cycle, code: string): Promise<SubmissionState> {
  const pending = await pendingToken(parts, cycle);
  if (!pending.ok) return tokenStep(parts, cycle, null, pending.failure);
  const token = pending.value;
  const request = requestOf(token);
  if (request === null) return tokenStep(parts, cycle, token);
  const { words, benchmark, shelf } = parts;
  const response = await asked(words, () => benchmark.buyToken(code, request));
  if (!response.ok) return tokenStep(parts, cycle, token, response.failure);
  const finished = await finishPurchase(token, response.value, contextOf(parts, cycle));
  if (!finished.ok) return tokenStep(parts, cycle, token, finished.failure);
  const kept = await asked(words, () => shelf.saveToken(finished.value));
  return kept.ok ? tokenStep(parts, cycle, finished.value) : tokenStep(parts, cycle, token, kept.failure);
}

/** The token that the shelf asked for already, or a new one, kept before it is asked for. */
async function pendingToken(parts: SubmitParts, cycle: Cycle): Promise<Result<TokenRecord>> {
  const known = await tokenOf(cycle, parts);
  if (!known.ok) return known;
  if (known.value) return success(known.value);
  const started = await startPurchase(contextOf(parts, cycle));
  if (!started.ok) return started;
  const kept = await asked(parts.words, () => parts.shelf.saveToken(started.value));
  return kept.ok ? started : kept;
}

function contextOf(parts: SubmitParts, { cycle, rubric, tokenKey }: Cycle): PurchaseContext {
  if (!tokenKey) throw new Error('A cycle in mode blind has a token key');
  const { benchmark, secrets, random, digest, sha384, words } = parts;
  const { endpoint } = benchmark;
  return {
    ...{ cycle, rubric: rubric.id, tokenKey, endpoint, secret: secrets.root() },
    ...{ random, digest, sha384, words },
  };
}
