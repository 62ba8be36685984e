import type { CapturedEvidence, ItemEvidence } from '../../src/assessment/evidence';
import type { CapturedPort } from '../../src/pane/inbox/inbox-port';
import { failed, type Result, success } from '../../src/words/result';
import { rubric } from './fixtures';

const [first, second] = [rubric.items[0]!.id, rubric.items[1]!.id];

/** What a page says in its own words. */
export const PAGES = {
  policy: {
    title: 'Product security policy, version 4',
    address: 'https://wiki.example/display/SEC/Policy?v=4',
    quote:
      'The policy applies to every product that is sold or supported. It is approved by the management board once a year.\nDeviations need a written reason, an owner and a date, and are reviewed by the product security officer before release.',
    note: 'Approved in October; see section 3',
  },
  minutes: {
    title: 'Management review 2026-3',
    address: 'https://qms.example/reviews/2026-3',
    quote: '',
    note: '',
  },
  record: { title: 'Training record TR-118', address: 'QMS-TR-118', quote: '', note: '' },
} as const;

/** Evidence of a page, for the first item if nothing else is said. */
export function evidenceOf(page: keyof typeof PAGES, part: Partial<ItemEvidence> = {}): ItemEvidence {
  const captured = page === 'record' ? null : '2026-11-20T10:00:00Z';
  const verified = page === 'policy' ? '2026-11-23T08:30:00Z' : captured;
  const pageDate = page === 'policy' ? '2026-10-02' : null;
  return { item: first, ...PAGES[page], captured, verified, pageDate, ...part };
}

/** The same, as it waits in the extension. */
export function capturedOf(
  page: 'policy' | 'minutes',
  part: Partial<CapturedEvidence> = {},
): CapturedEvidence {
  const moment = '2026-11-20T10:00:00Z';
  const id = `EV-${page === 'policy' ? 'a' : 'b'}0000000-0000-4000-8000-000000000000`;
  const { item, ...evidence } = evidenceOf(page);
  const at = { captured: moment, verified: evidence.verified ?? moment };
  return { ...evidence, ...at, id, revision: 1, item: page === 'policy' ? item : second, ...part };
}

/** The extension's inbox as the pane can ask it. It counts what it is told, and refuses what it is told to refuse. */
export class FakeCaptured implements CapturedPort {
  readonly acknowledged: Pick<CapturedEvidence, 'id' | 'revision'>[][] = [];
  listed = 0;
  refusal: Partial<Record<keyof CapturedPort, string>> = {};

  constructor(public waiting: readonly CapturedEvidence[]) {}

  list = (): Promise<Result<readonly CapturedEvidence[]>> => {
    this.listed += 1;
    const { list } = this.refusal;
    return Promise.resolve(list === undefined ? success(this.waiting) : failed('refused', list));
  };

  acknowledge = (evidence: readonly Pick<CapturedEvidence, 'id' | 'revision'>[]): Promise<Result<void>> => {
    const { acknowledge } = this.refusal;
    if (acknowledge !== undefined) return Promise.resolve(failed('refused', acknowledge));
    this.acknowledged.push([...evidence]);
    this.waiting = this.waiting.filter(
      (held) => !evidence.some(({ id, revision }) => id === held.id && revision === held.revision),
    );
    return Promise.resolve(success(undefined));
  };
}
