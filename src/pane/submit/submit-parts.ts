import type { PaneParts } from '../pane-context';
import type { SessionSecrets } from './session-secrets';

/** What the steps of a submission work with. */
export interface SubmitParts extends PaneParts {
  readonly secrets: SessionSecrets;
}
