import * as fc from 'fast-check';
import type { Entry } from '../../../src/service/store/store';
import { canonicalJson } from '../../../src/submission/canonical';
import type { Row } from '../../../src/submission/row';
import { CYCLE, keyOf, rubric, sha256, someRow } from '../../submission/fixtures';

export const hashOf = (row: Row): string => sha256(canonicalJson(row)).toString('hex');
export const ownerOf = (name: string | number): string => keyOf(`owner of ${name}`);

/** A row under the key of a name, owned by the secret of that name. */
export const entryOf = (name: string | number, row = someRow(1)): Entry & { readonly owner: string } => ({
  nullifier: keyOf(name),
  rowHash: hashOf(row),
  owner: ownerOf(name),
  row,
});

const hundredths = fc.integer({ min: 0, max: 500 });
const level = fc.integer({ min: 0, max: 5 });
const staged = fc.oneof(level, fc.constantFrom('open' as const, null));
const recordOf = <T>(ids: readonly string[], value: fc.Arbitrary<T>) =>
  fc.record(Object.fromEntries(ids.map((id) => [id, value]))) as fc.Arbitrary<Record<string, T>>;
const itemIds = rubric.items.map(({ id }) => id);
const domainIds = rubric.domains.map(({ id }) => id);

/** Any row that its schema allows for the rubric, its scores not of its answers. */
export const anyRow: fc.Arbitrary<Row> = fc
  .record(
    {
      schema: fc.constant('jsp-row/1' as const),
      rubric: fc.constant({ id: rubric.id, version: rubric.version }),
      cycle: fc.constant(CYCLE),
      organization: fc.constantFrom('manufacturer', 'hospital', 'other', 'undisclosed'),
      size: fc.constantFrom('under-250', '250-4999', '5000-plus', 'undisclosed'),
      items: recordOf(itemIds, fc.oneof(level, fc.constantFrom('na' as const, 'unknown' as const))),
      domains: recordOf(domainIds, fc.record({ mean: fc.option(hundredths), level: staged })),
      overall: fc.record({
        composite: fc.oneof(hundredths, fc.constantFrom('open' as const, null)),
        itemMean: fc.option(hundredths),
        level: staged,
      }),
    },
    { requiredKeys: ['schema', 'rubric', 'cycle', 'organization', 'size', 'domains', 'overall'] },
  )
  .map((row) => row as Row);

/** As many rows as asked for, the same for the same seed. */
export const rowsOf = (count: number, seed: number): Row[] => fc.sample(anyRow, { numRuns: count, seed });

/** An error of an engine by its words. SQLite's own errors are made outside Jest's rooms and are no `Error` in them. */
export const refusedBy = (words: RegExp) => ({ message: expect.stringMatching(words) as string });
