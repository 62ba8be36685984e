import { openOperatorStore } from '../../service/store/open-store';
import type { Shipped } from '../shipped';
import { examineKeys } from './examine-keys';
import { examined, type Finding, ill } from './examine-finding';
import { examineReleases } from './examine-releases';
import { examineSettings } from './examine-settings';
import { examineStore } from './examine-store';
import type { OperatedService } from './operated-service';

/** Looks at everything that a service keeps: settings, keys, rows, releases. Changes nothing. */
export async function examine(service: OperatedService, shipped: Shipped): Promise<readonly Finding[]> {
  const { place, settings } = service;
  const { words, rubrics } = shipped;
  const { directory } = place;
  const beside = [
    ...examineSettings(settings, shipped),
    ...(await examined(
      () => examineKeys(place.directory, settings, words),
      (reason) => words('operator.keysUnreadable', { directory, reason }),
    )),
  ];
  const store = await openOperatorStore(place, rubrics, words);
  if (!store.ok) return [...beside, ill(store.failure.message)];
  try {
    const ofStore = await examined(
      () => examineStore(store.value, words),
      (reason) => words('operator.storeBroken', { reason }),
    );
    const ofReleases = await examined(
      () => examineReleases(store.value, directory, words),
      (reason) => words('operator.releasesBroken', { reason }),
    );
    return [...beside, ...ofStore, ...ofReleases];
  } finally {
    await store.value.close();
  }
}
