import type { OperatorStore } from '../../service/store/operator-store';
import { openOperatorStore, type StorePlace } from '../../service/store/open-store';
import { StoreBusy } from '../../service/store/store-busy';
import { isSystemError } from '../../service/system-error';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { calledAs } from '../called-as';
import { type CommandCall, type Outcome, refused } from '../command';
import type { Shipped } from '../shipped';
import { textOf, wrongValue } from './benchmark-command';
import { cycleName, type CycleSettings, readSettings, type ServiceSettings } from './service-settings';

/** A service that was started with a data directory, whether it runs or not. */
export interface OperatedService {
  readonly place: StorePlace;
  readonly settings: ServiceSettings;
}

/**
 * Where rows and keys are, as a call names it. The address of a database comes from JSP_DATABASE too: there a password
 * shows in no list of processes, so one in an option is refused.
 */
export function placeOf(call: CommandCall): StorePlace | Outcome {
  const directory = textOf(call, 'data');
  if (directory === undefined || directory === '') return call.misused();
  const option = textOf(call, 'database');
  if (option !== undefined && URL.canParse(option) && new URL(option).password !== '') {
    return { error: call.shipped.words('operator.passwordShown'), code: 2 };
  }
  const database = option ?? process.env['JSP_DATABASE'];
  return database ? { directory, database } : { directory };
}

/** The service that a call names. Fails where none was started there, or where its rows are elsewhere. */
export function operatedService(call: CommandCall): OperatedService | Outcome {
  const place = placeOf(call);
  if ('code' in place) return place;
  const { words } = call.shipped;
  const { directory, database } = place;
  const settings = readSettings(directory, words);
  if (!settings.ok) return refused(settings.failure);
  if (settings.value === null) {
    const command = calledAs(['benchmark', 'serve'], call.shipped);
    return { error: words('operator.noService', { directory, command }), code: 1 };
  }
  const inDatabase = settings.value.rows === 'database';
  if (inDatabase && database === undefined)
    return { error: words('operator.databaseMissing', { directory }), code: 1 };
  if (!inDatabase && database !== undefined)
    return { error: words('operator.databaseOther', { directory }), code: 1 };
  return { place, settings: settings.value };
}

/** A cycle that the service has or had open: the one named, or the latest. */
export function cycleOf(
  call: CommandCall,
  { place, settings }: OperatedService,
): (CycleSettings & { readonly cycle: string }) | Outcome {
  const cycle = textOf(call, 'cycle') ?? settings.cycle;
  if (!cycleName.safeParse(cycle).success) return wrongValue(call, '--cycle', cycle, '2026, 2026-1');
  const known = settings.cycles[cycle];
  if (known) return { cycle, ...known };
  const values = { cycle, directory: place.directory, known: Object.keys(settings.cycles).join(', ') };
  return { error: call.shipped.words('operator.cycleUnknown', values), code: 1 };
}

/** Opens the store beside a running service for some work, and closes it. What the store refuses is told in words. */
export async function withStore(
  place: StorePlace,
  { words, rubrics }: Shipped,
  work: (store: OperatorStore) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await openOperatorStore(place, rubrics, words);
  if (!opened.ok) return refused(opened.failure);
  try {
    return await work(opened.value);
  } catch (error) {
    const reason = storeReason(error);
    if (reason === null) throw error;
    return { error: words('operator.storeFailed', { reason }), code: 1 };
  } finally {
    await opened.value.close();
  }
}

/** What the store or the system under it says; null for a bug. */
function storeReason(error: unknown): string | null {
  if (error instanceof StoreBusy || isSystemError(error)) return error.message;
  return null;
}

const RELEASE_ID = /^r?([1-9]\d{0,5})$/;

/** The number of the release that a call names (`r7`, `7`), or of the newest. Fails: `no-release`. */
export async function releaseNumberOf(
  store: OperatorStore,
  given: string | undefined,
  { words }: Shipped,
): Promise<Result<number>> {
  const named = given === undefined ? (await store.releases()).at(-1) : Number(RELEASE_ID.exec(given)?.[1]);
  if (named === undefined) return failed('no-release', words('operator.noReleaseYet'));
  return Number.isNaN(named)
    ? failed('no-release', words('release.none', { release: given ?? '' }))
    : success(named);
}
