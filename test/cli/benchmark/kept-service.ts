import { cpSync, mkdirSync } from 'node:fs';
import { keepSettings } from '../../../src/cli/benchmark/service-settings';
import { openKeys } from '../../../src/service/keys';
import type { Mode } from '../../../src/service/service-parts';
import { openOperatorStore } from '../../../src/service/store/open-store';
import { fill, range, released, valueOf } from '../../service/release/fixtures';
import { freshDirectory } from '../../service/fixtures';
import { CYCLE, rubric, words } from '../../submission/fixtures';

/** The data directory of a service that took rows and made releases, as it lies there when the service has ended. */
export async function keptService(mode: Mode, releases: number): Promise<string> {
  const directory = `${freshDirectory()}/data`;
  mkdirSync(directory, { mode: 0o700 });
  const keys = valueOf(openKeys(directory, { cycle: CYCLE, rubric: rubric.id, mode }, words));
  const store = valueOf(await openOperatorStore({ directory }, [rubric], words));
  for (const release of range(0, releases)) {
    await fill(store, range(20 * release, 20 * (release + 1)));
    await released(store, { signer: keys.signer });
  }
  await store.close();
  const served = { closes: '2026-12-31', rubric: rubric.id, mode };
  keepSettings(directory, {
    ...{ schema: 'jsp-service/1', rows: 'directory' },
    ...{ cycle: CYCLE, cycles: { [CYCLE]: served } },
  });
  return directory;
}

/** A copy of a data directory, to be spoilt. */
export function copyOf(directory: string): string {
  const copy = `${freshDirectory()}/copy`;
  cpSync(directory, copy, { recursive: true });
  return copy;
}
