import type { OperatorStore } from '../../service/store/operator-store';
import type { Words } from '../../words/words';
import { type Finding, ill, well } from './examine-finding';

/** Whether the store is whole, and every commit waits for the disk. */
export async function examineStore(store: OperatorStore, words: Words): Promise<readonly Finding[]> {
  const { engine, durable, damage } = await store.examine();
  return [
    damage.length === 0
      ? well(words('operator.storeWhole', { engine }))
      : ill(words('operator.storeDamaged', { engine, damage: damage.join('; ') })),
    durable ? well(words('operator.storeDurable')) : ill(words('operator.storeHasty', { engine })),
  ];
}
