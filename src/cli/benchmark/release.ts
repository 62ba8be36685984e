import type { Command, CommandCall, Outcome } from '../command';
import { refused } from '../command';
import { recount } from '../../service/release/recount';
import { showRelease } from '../../service/release/release-command';
import { remakeRelease } from '../../service/release/remake-release';
import type { OperatorStore } from '../../service/store/operator-store';
import { CYCLE_OPTION, JSON_OPTION, PLACE_OPTIONS } from './benchmark-command';
import { make, preview } from './make-release';
import { operatedService, releaseNumberOf, withStore } from './operated-service';

/**
 * Looks at a release before it is made, makes it, shows one, makes one again from what the store remembers of it, counts
 * one again from the rows. Runs in this process: the service beside it goes on.
 */
export const release: Command = {
  usage: 'operator.usageRelease',
  about: 'help.releaseAbout',
  exitOne: 'help.exitRelease',
  options: { ...PLACE_OPTIONS, ...CYCLE_OPTION, ...JSON_OPTION },
  run: async (call) => {
    const [action = '', named, ...others] = call.files;
    if (others.length > 0) return call.misused();
    if (action === 'preview' || action === 'make') {
      if (named !== undefined) return call.misused();
      return action === 'make' ? make(call) : preview(call);
    }
    const look = Object.hasOwn(LOOKS, action) ? LOOKS[action] : undefined;
    if (!look) return call.misused();
    const service = operatedService(call);
    if ('code' in service) return service;
    return withStore(service.place, call.shipped, async (store) => {
      const number = await releaseNumberOf(store, named, call.shipped);
      return number.ok ? look(call, store, number.value) : refused(number.failure);
    });
  },
};

type Look = (call: CommandCall, store: OperatorStore, number: number) => Promise<Outcome>;

const LOOKS: Readonly<Record<string, Look>> = { show, remake, recount: countAgain };

async function show({ shipped }: CommandCall, store: OperatorStore, number: number): Promise<Outcome> {
  const shown = await showRelease(store, number, shipped.words);
  if (!shown.ok) return refused(shown.failure);
  return { out: `${JSON.stringify(shown.value.release, null, 2)}\n`, error: shown.value.hash, code: 0 };
}

async function remake(
  { shipped: { words } }: CommandCall,
  store: OperatorStore,
  number: number,
): Promise<Outcome> {
  const remade = await remakeRelease(store, number, words);
  if (!remade.ok) return refused(remade.failure);
  const values = { release: `r${number}` };
  return remade.value.same
    ? { out: `${words('operator.remadeSame', values)}\n`, code: 0 }
    : { error: words('operator.remadeOther', values), code: 1 };
}

async function countAgain(
  { shipped: { words } }: CommandCall,
  store: OperatorStore,
  number: number,
): Promise<Outcome> {
  const counted = await recount(store, number, words);
  if (!counted.ok) return refused(counted.failure);
  const { changed, findings } = counted.value;
  const values = { release: `r${number}`, count: changed };
  if (changed > 0) return { out: `${words('operator.recountChanged', values)}\n`, code: 0 };
  if (findings.length === 0) return { out: `${words('operator.recountSame', values)}\n`, code: 0 };
  return { error: findings.map(({ message }) => message).join('\n'), code: 1 };
}
