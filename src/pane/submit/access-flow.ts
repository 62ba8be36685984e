import { ownerOf } from '../../submission/owner';
import type { Cycle } from '../../submission/port';
import type { RowAccess } from '../../submission/prepare';
import { memberCodeAuthorization } from '../../submission/protocol';
import type { SubmissionRecord, TokenRecord } from '../../submission/record';
import { type Result, success } from '../../words/result';
import { asked } from '../store/asked';
import type { SubmitParts } from './submit-parts';

/** What a row is admitted with, or what has to be asked for first. */
export type Access =
  | { readonly kind: 'access'; readonly access: RowAccess }
  | { readonly kind: 'member-code' }
  | { readonly kind: 'token'; readonly token: TokenRecord | null };

/** What the open cycle asks of a new row, from what the session and the shelf hold. */
export async function accessTo(
  cycle: Cycle,
  records: readonly SubmissionRecord[],
  parts: SubmitParts,
): Promise<Result<Access>> {
  switch (cycle.mode) {
    case 'open':
      return success(await ownAccess(cycle, null, parts));
    case 'code': {
      const authorization = codeHeader(cycle, records, parts);
      return success(
        authorization === null ? { kind: 'member-code' } : await ownAccess(cycle, authorization, parts),
      );
    }
    case 'blind': {
      const token = await tokenOf(cycle, parts);
      return token.ok ? success(tokenAccess(token.value)) : token;
    }
  }
}

/** The shelf's token for the cycle and its key; rather one that is there than one that was only asked for. */
export async function tokenOf(
  { cycle, tokenKey }: Cycle,
  { words, shelf, benchmark }: SubmitParts,
): Promise<Result<TokenRecord | null>> {
  const tokens = await asked(words, () => shelf.tokens());
  if (!tokens.ok) return tokens;
  const fitting = tokens.value.filter(
    (token) => token.cycle === cycle && token.endpoint === benchmark.endpoint && token.keyId === tokenKey?.id,
  );
  const held = fitting.find(({ authorization }) => authorization !== null);
  return success(held ?? fitting.at(-1) ?? null);
}

function tokenAccess(token: TokenRecord | null): Access {
  if (token === null || token.authorization === null) return { kind: 'token', token };
  const { nullifier, owner, authorization } = token;
  return { kind: 'access', access: { nullifier, owner, authorization, bound: true } };
}

/** A code of this session, or the one that a row was to go with and that nobody refused. */
function codeHeader(
  { cycle }: Cycle,
  records: readonly SubmissionRecord[],
  { secrets }: SubmitParts,
): string | null {
  if (secrets.memberCode !== null) return memberCodeAuthorization(secrets.memberCode);
  if (secrets.codeRefused) return null;
  const waiting = records.findLast((record) => record.cycle === cycle && record.state === 'waiting');
  return waiting?.authorization?.startsWith('MemberCode ') ? waiting.authorization : null;
}

async function ownAccess(
  { cycle }: Cycle,
  authorization: string | null,
  { secrets, digest }: SubmitParts,
): Promise<Access> {
  const { nullifier, owner } = await ownerOf(secrets.root(), cycle, digest);
  return { kind: 'access', access: { nullifier, owner, authorization, bound: false } };
}
