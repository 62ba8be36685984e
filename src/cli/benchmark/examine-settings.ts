import type { Shipped } from '../shipped';
import { doubtful, type Finding, ill, well } from './examine-finding';
import type { ServiceSettings } from './service-settings';

/** What the service was started with last. */
export function examineSettings({ cycle, cycles }: ServiceSettings, shipped: Shipped): readonly Finding[] {
  const { words } = shipped;
  const open = cycles[cycle];
  if (!open) return [ill(words('operator.cycleLost', { cycle }))];
  const rubric = shipped.rubric(open.rubric);
  return [
    well(words('operator.cycleServed', { cycle, closes: open.closes, mode: open.mode })),
    ...(open.mode === 'open' ? [doubtful(words('operator.openWarning'))] : []),
    ...(rubric.ok ? [] : [ill(rubric.failure.message)]),
  ];
}
