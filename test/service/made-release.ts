import { renderReport } from '../../src/service/report/render-report';
import { makeRelease } from '../../src/service/release/release-command';
import { openSigner } from '../../src/service/signing';
import type { Release } from '../../src/rubric/release';
import { words } from '../submission/fixtures';
import { asOperator } from './members';
import { fill, orderFor, range } from './release/fixtures';
import { valueOf } from './tokens/fixtures';

/** The rows of the seeds in the store of a directory, and a release of all that is there, made as the operator does. */
export const madeRelease = (dataDir: string, seeds: readonly [from: number, to: number]): Promise<Release> =>
  asOperator(dataDir, async (store) => {
    await fill(store, range(...seeds));
    const order = orderFor(store, {
      signer: valueOf(openSigner(dataDir, words)),
      renderReport: (material) => renderReport({ ...material, published: [], words, mode: 'code' }),
    });
    return valueOf(await makeRelease(order)).release;
  });
