import type { Keys } from '../submission/protocol';
import type { Words } from '../words/words';
import type { OpenCycle } from '../submission/check-row';
import type { Content } from './load-content';
import type { Log } from './log';
import type { Signer } from './signing';
import type { Store } from './store/store';
import type { TokenIssuer } from './tokens/token-port';

/** Who may send rows: anybody; who has a member code; who has a blind token, bought with a member code. */
export type Mode = 'open' | 'code' | 'blind';
export const MODES: readonly Mode[] = ['open', 'code', 'blind'];

/** The cycle that takes rows, and the id of the rubric that they are about. */
export interface ServiceCycle extends OpenCycle {
  readonly rubric: string;
}

/** What the routes are made from. */
export interface ServiceParts {
  readonly words: Words;
  readonly content: Content;
  readonly cycle: ServiceCycle;
  readonly mode: Mode;
  readonly store: Store;
  readonly signer: Signer;
  /** Makes and takes the cycle's tokens in mode `blind`; null in the others. */
  readonly issuer: TokenIssuer | null;
  /** Every key that ever signed here, as of now: the operator may change them beside the service. */
  readonly keys: () => Keys;
  /** Exact origins of the pages that may call, such as https://addin.example. */
  readonly origins: readonly string[];
  /** The folder into which the page that takes a row was built. */
  readonly submitPage?: string;
  /** The current ISO day, UTC. */
  readonly today: () => string;
  readonly log: Log;
  /** A request that has not arrived whole by then is given up. */
  readonly requestWithinMs: number;
}
