import { newRootSecret, ownerOf, recoveryCode } from '../../submission/owner';
import type { Digest } from '../../submission/prepare';
import type { SubmissionRecord } from '../../submission/record';
import type { Random } from '../ports';

/** What shows that a row is ours. */
export interface Ownership {
  /** Base64url: sent with a correction or withdrawal, and only then. */
  readonly secret: string;
}

/** What the pane knows while it is open and writes nowhere: the root secret behind the recovery code, the member code. */
export interface SessionSecrets {
  /** As `parseMemberCode` gives it. */
  memberCode: string | null;
  /** The service refused the code that the row was to go with. */
  codeRefused: boolean;
  /** The root secret of this session's rows, made when it is first asked for. */
  root(): Uint8Array;
  /** Keeps a root secret whose code somebody typed. */
  remember(root: Uint8Array): void;
  /** What owns a row or token, where this session knows it. */
  ownershipOf(owned: Owned): Promise<Ownership | null>;
  /** The recovery code of a row or token, to be shown: only where this session made it. */
  codeOf(owned: Owned): Promise<string | null>;
}

export type Owned = Pick<SubmissionRecord, 'cycle' | 'owner'>;

export function sessionSecrets(random: Random, digest: Digest): SessionSecrets {
  let made: Uint8Array | null = null;
  const typed: Uint8Array[] = [];
  return {
    memberCode: null,
    codeRefused: false,
    root: () => (made ??= newRootSecret(random)),
    remember: (root) => void typed.push(root),
    async ownershipOf(owned) {
      for (const root of made ? [made, ...typed] : typed) {
        const ownership = await ownershipBy(root, owned, digest);
        if (ownership) return ownership;
      }
      return null;
    },
    async codeOf(owned) {
      const own = made && (await ownershipBy(made, owned, digest));
      return made && own ? recoveryCode(made) : null;
    },
  };
}

/** What owns a row, where it follows from this root secret; null where the row is another's. */
export async function ownershipBy(
  root: Uint8Array,
  { cycle, owner }: Owned,
  digest: Digest,
): Promise<Ownership | null> {
  const derived = await ownerOf(root, cycle, digest);
  return derived.owner === owner ? { secret: derived.secret } : null;
}
