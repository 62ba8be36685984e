import * as z from 'zod/mini';
import { parseBenchmark } from '../rubric/load';
import type { Release } from '../rubric/release';
import type { Failure, Result } from '../words/result';
import { failed, success } from '../words/result';
import type { BenchmarkPort, Published } from './port';
import { proofPageSchema, releaseListSchema } from './protocol';
import { parseRelease, releaseHash, verifyRelease } from './release';
import { countLeafInTree, type ProofPage } from './release-tree';
import type { ServiceCall } from './service-call';
import type { KeyOptions, ServiceKeys } from './service-keys';

type Releases = Pick<BenchmarkPort, 'releases' | 'release' | 'countLeaf'>;

/**
 * What the service published. A release is passed on only once its signature was checked with a key of the service,
 * current or former: `signature-invalid`, and `signature-unsupported` where this machine cannot check one.
 */
export function serviceReleases(call: ServiceCall, keys: ServiceKeys, options: KeyOptions): Releases {
  const { endpoint, words, digest, verify } = options;
  const pathOf = (id: string) => `/v1/releases/${encodeURIComponent(id)}`;
  const forged = () => failed('signature-invalid', words('submission.releaseUnsigned', { endpoint }));

  async function signed(release: Release): Promise<Result<Published>> {
    const shown = await keys.keys();
    if (!shown.ok) return shown;
    const key = shown.value.receipt.find(({ id }) => id === release.keyId);
    if (!key) return forged();
    const genuine = verify ? await verifyRelease(release, key.publicKey, verify) : 'unsupported';
    if (genuine === 'unsupported') {
      return failed('signature-unsupported', words('submission.releaseUnchecked', { release: release.id }));
    }
    if (!genuine) return forged();
    return success({ kind: 'release', release, hash: await releaseHash(release, digest) });
  }

  async function pageOf(id: string, page: number): Promise<ProofPage> {
    const proof = await call.get(`${pathOf(id)}/proof?page=${page}`, proofPageSchema);
    if (!proof.ok) throw new PageMissing(proof.failure);
    return proof.value;
  }

  return {
    async releases() {
      const list = await call.get('/v1/releases', releaseListSchema);
      return list.ok ? success(list.value.releases) : list;
    },
    async release(id) {
      const body = await call.get(pathOf(id), anything);
      if (!body.ok) return body;
      const release = parseRelease(body.value, words);
      if (release.ok) return release.value.id === id ? signed(release.value) : call.notUnderstood();
      const benchmark = parseBenchmark(body.value, id, words);
      if (!benchmark.ok) return call.notUnderstood();
      // Figures of its own rows come signed, or not at all.
      return benchmark.value.kind === 'release'
        ? forged()
        : success({ kind: 'benchmark', benchmark: benchmark.value });
    },
    async countLeaf(release, leaf) {
      try {
        const count = await countLeafInTree(release, leaf, (page) => pageOf(release.id, page), digest);
        return count === null
          ? failed('tree-untrusted', words('submission.treeUntrusted', { release: release.id }))
          : success(count);
      } catch (error) {
        if (error instanceof PageMissing) return { ok: false, failure: error.failure };
        throw error;
      }
    },
  };
}

const anything = z.unknown();

/** Carries a failure out of the search through a tree. */
class PageMissing extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}
