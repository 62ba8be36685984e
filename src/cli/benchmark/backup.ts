import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OperatorStore } from '../../service/store/operator-store';
import { isSystemError } from '../../service/system-error';
import { type Command, type CommandCall, type Outcome } from '../command';
import { PLACE_OPTIONS, textOf } from './benchmark-command';
import { examine } from './examine';
import { type Finding, lineOf } from './examine-finding';
import { keyFilesIn } from './key-files';
import { type OperatedService, operatedService, withStore } from './operated-service';
import { SETTINGS_FILE } from './service-settings';
import { toDisk } from './to-disk';

/**
 * Copies rows, keys and settings to a new directory while the service runs, then opens and checks the copy. It appears
 * under its name when all of it is on the disk, or not at all.
 */
export const backup: Command = {
  usage: 'operator.usageBackup',
  options: {
    ...PLACE_OPTIONS,
    to: { type: 'string', value: 'help.valueNewDir', help: 'help.backupTo' },
  },
  run: (call) => {
    const to = textOf(call, 'to');
    if (to === undefined || call.files.length > 0) return call.misused();
    const service = operatedService(call);
    if ('code' in service) return service;
    const { words } = call.shipped;
    if (existsSync(to)) return { error: words('operator.backupThere', { to }), code: 1 };
    return withStore(service.place, call.shipped, (store) => copy(call, service, store, resolve(to)));
  },
};

async function copy(
  call: CommandCall,
  { place, settings }: OperatedService,
  store: OperatorStore,
  to: string,
): Promise<Outcome> {
  const { words } = call.shipped;
  const unfinished = `${to}.unfinished`;
  try {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(dirname(to), { recursive: true });
    const rows = await store.backup(unfinished);
    if (rows === 'unsupported') mkdirSync(unfinished, { mode: 0o700 });
    copyFiles(place.directory, unfinished);
    const damage = rows === 'done' ? await examineCopy(call, unfinished, settings) : [];
    if (damage.length > 0) {
      const found = damage.map((finding) => lineOf(finding, words)).join('\n');
      return { error: words('operator.backupDamaged', { found }), code: 1 };
    }
    toDisk(unfinished);
    renameSync(unfinished, to);
    toDisk(dirname(to));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { error: words('operator.backupFailed', { to, reason: error.message }), code: 1 };
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  const done = settings.rows === 'directory' ? 'operator.backupDone' : 'operator.backupKeysOnly';
  return { out: `${to}\n`, error: words(done, { to }), code: 0 };
}

function copyFiles(from: string, to: string): void {
  const files = [SETTINGS_FILE, ...keyFilesIn(from).map(({ file }) => file)];
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true, mode: 0o700 });
    copyFileSync(join(from, file), join(to, file));
    chmodSync(join(to, file), 0o600);
    toDisk(join(to, file));
  }
}

async function examineCopy(
  call: CommandCall,
  directory: string,
  settings: OperatedService['settings'],
): Promise<readonly Finding[]> {
  const findings = await examine({ place: { directory }, settings }, call.shipped);
  return findings.filter(({ state }) => state === 'fail');
}
