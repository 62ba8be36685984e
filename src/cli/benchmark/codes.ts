import { randomBytes, webcrypto } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import type { StorePlace } from '../../service/store/open-store';
import { formatMemberCode, MEMBER_CODE_BYTES, memberCodeHash } from '../../submission/member-code';
import { isSystemError } from '../../service/system-error';
import { type Command, type CommandCall, type Outcome } from '../command';
import { CYCLE_OPTION, JSON_OPTION, PLACE_OPTIONS, textOf, wrongValue } from './benchmark-command';
import { cycleOf, operatedService, withStore } from './operated-service';

const CODES_AT_MOST = 10_000;

/** Makes single-use member codes and shows them once: the service keeps their hashes. `--status` counts them. */
export const codes: Command = {
  usage: 'operator.usageCodes',
  options: {
    ...PLACE_OPTIONS,
    ...CYCLE_OPTION,
    count: { type: 'string', value: 'help.valueNumber', help: 'help.codesCount' },
    out: { type: 'string', value: 'help.valueFile', help: 'help.codesOut' },
    status: { type: 'boolean', help: 'help.codesStatus' },
    ...JSON_OPTION,
  },
  run: (call) => {
    const service = operatedService(call);
    if ('code' in service) return service;
    const cycle = cycleOf(call, service);
    if ('code' in cycle) return cycle;
    const count = textOf(call, 'count');
    if (call.files.length > 0 || (count === undefined) !== (call.given['status'] === true))
      return call.misused();
    if (count === undefined) return statusOf(call, service.place, cycle.cycle);
    if (!/^[1-9]\d{0,4}$/.test(count) || Number(count) > CODES_AT_MOST) {
      return wrongValue(call, '--count', count, `1-${CODES_AT_MOST}`);
    }
    return make(call, service.place, cycle, Number(count));
  },
};

async function statusOf({ shipped, given }: CommandCall, place: StorePlace, cycle: string): Promise<Outcome> {
  return withStore(place, shipped, async (store) => {
    const { made, spent } = await store.codes(cycle);
    const out =
      given['json'] === true
        ? JSON.stringify({ cycle, made, spent })
        : shipped.words('operator.codesStatus', { cycle, made, spent });
    return { out: `${out}\n`, code: 0 };
  });
}

/** The codes are on the disk before the service knows them, and gone from it where the service did not take them. */
async function make(
  call: CommandCall,
  place: StorePlace,
  { cycle, mode }: { readonly cycle: string; readonly mode: string },
  count: number,
): Promise<Outcome> {
  const { shipped } = call;
  const { words } = shipped;
  const made = Array.from({ length: count }, () => formatMemberCode(randomBytes(MEMBER_CODE_BYTES)));
  const text = `${made.join('\n')}\n`;
  const file = textOf(call, 'out');
  const unwritable = file === undefined ? null : writeSecret(file, text, words);
  if (unwritable) return unwritable;
  const added = await withStore(place, shipped, async (store) => {
    await store.addCodes(cycle, await Promise.all(made.map(hashOf)));
    const note = mode === 'open' ? `\n${words('operator.codesUnused', { cycle })}` : '';
    const told = words('operator.codesMade', { count, cycle }) + note;
    return file === undefined
      ? { out: text, error: told, code: 0 }
      : { error: `${told}\n${words('cli.written', { file })}`, code: 0 };
  }).catch((error: unknown) => {
    if (file !== undefined) rmSync(file, { force: true });
    throw error;
  });
  if (added.code !== 0 && file !== undefined) rmSync(file, { force: true });
  return added;
}

const hashOf = (code: string): Promise<string> =>
  memberCodeHash(code, (bytes) => webcrypto.subtle.digest('SHA-256', bytes));

/** Writes a new file that only its owner may read; never over another. */
function writeSecret(file: string, text: string, words: CommandCall['shipped']['words']): Outcome | null {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600, flush: true });
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { error: words('cli.fileUnwritable', { file, reason: error.message }), code: 1 };
  }
}
