import type { Rubric } from '../../rubric/schema';
import type { ItemInput } from '../../scoring/answer';
import { score } from '../../scoring/score';
import type { Receipt, Withdrawal } from '../../submission/record';
import { rowScores } from '../../submission/row-scores';
import type { Row } from '../../submission/row';

/*
 * Examples of the OpenAPI document. Keys, hashes and signatures have the right form and belong to nobody.
 */

/** SHA-256 of nothing, base64url and hex. */
export const EXAMPLE_KEY = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
export const EXAMPLE_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const EXAMPLE_SIGNATURE = `${EXAMPLE_KEY}${EXAMPLE_KEY}`;

/** A row that the service takes in this cycle: every answer at level 3. */
export function exampleRow(rubric: Rubric, cycle: string): Row {
  const level = 3;
  const input: ItemInput = { answer: { state: 'rated', level }, target: null };
  return {
    schema: 'jsp-row/1',
    rubric: { id: rubric.id, version: rubric.version },
    cycle,
    organization: 'manufacturer',
    size: 'undisclosed',
    items: Object.fromEntries(rubric.items.map(({ id }) => [id, level])),
    ...rowScores(score(rubric, new Map(rubric.items.map(({ id }) => [id, input])))),
  };
}

export const exampleReceipt = (cycle: string, revision: number): Receipt => ({
  schema: 'jsp-receipt/1',
  nullifier: EXAMPLE_KEY,
  revision,
  cycle,
  rowHash: EXAMPLE_HASH,
  keyId: EXAMPLE_KEY,
  signature: EXAMPLE_SIGNATURE,
});

export const exampleWithdrawal = (cycle: string): Withdrawal => ({
  schema: 'jsp-withdrawal/1',
  nullifier: EXAMPLE_KEY,
  revision: 2,
  cycle,
  keyId: EXAMPLE_KEY,
  signature: EXAMPLE_SIGNATURE,
});
