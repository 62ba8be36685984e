import type { Words } from '../words/words';
import type { OpenCycle } from './check-row';
import type { OnFault } from './http/errors';
import type { Content } from './load-content';
import type { Signer } from './signing';
import type { Store } from './store/store';

/** The cycle that takes rows, and the id of the rubric that they are about. */
export interface ServiceCycle extends OpenCycle {
  readonly rubric: string;
}

/** What the routes are made from. */
export interface ServiceParts {
  readonly words: Words;
  readonly content: Content;
  readonly cycle: ServiceCycle;
  readonly store: Store;
  readonly signer: Signer;
  /** Exact origins of the pages that may call, such as https://addin.example. */
  readonly origins: readonly string[];
  /** The current ISO day, UTC. */
  readonly today: () => string;
  readonly onFault: OnFault;
}
