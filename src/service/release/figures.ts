import type { ReleaseCell, ReleaseFigure, ReleaseMeasure, ReleaseRules } from '../../rubric/release';
import type { Decision } from './decide';
import { figureOfItem, figureOfMeans } from './figure';
import type { DomainItems } from './figure-step';
import { compositeStep, domainStep, itemStep } from './figure-step';
import type { Tally } from './ledger';
import { labelOf } from './round';

/** What the figures of a group are made with. */
export interface Subject {
  readonly cell: string;
  readonly domains: readonly DomainItems[];
  readonly rules: ReleaseRules;
}

type Publish = Extract<Decision, { kind: 'publish' }>;
/** A published cell but for the release whose figures it shows. */
export type Figures = Omit<Extract<ReleaseCell, { rows: string }>, 'asOf'>;

/** Everything published of one group, from its exact counts and what the rules decided. A measure left undecided throws. */
export function figuresOf(tally: Tally, decision: Publish, { cell, domains, rules }: Subject): Figures {
  const all = cell === 'all';
  const measure = (id: string, figure: () => ReleaseFigure): ReleaseMeasure => {
    const hidden = decision.hidden.get(id);
    if (hidden !== undefined) return { hidden };
    if (!decision.measures.includes(id)) throw new Error(`Nothing was decided about ${id} of ${cell}`);
    return figure();
  };
  const means = (id: string, counts: Tally['composite'], step: number) =>
    measure(id, () => figureOfMeans(counts, { rules, all, step }));
  const itemFigure = (id: string) => {
    const item = tally.items[id] ?? { levels: [0, 0, 0, 0, 0, 0], notApplicable: 0, unknown: 0 };
    return measure(id, () => figureOfItem(item, tally.rows, { rules, all, step: itemStep(item, rules) }));
  };
  return {
    rows: labelOf(tally.rows),
    composite: means('composite', tally.composite, compositeStep(tally, domains, rules)),
    domains: Object.fromEntries(
      domains.map((domain) => [
        domain.id,
        means(domain.id, tally.domains[domain.id] ?? [], domainStep(tally, domain, rules)),
      ]),
    ),
    items: Object.fromEntries(domains.flatMap(({ items }) => items).map((id) => [id, itemFigure(id)])),
  };
}
