import { isFitNode } from '../../../src/cli/benchmark/fit-node';

test.each([
  ['v20.19.0', true],
  ['v22.23.3', true],
  ['v24.0.0', false],
  ['v26.1.0', false],
])('the engine of the store runs under Node %s: %s', (version, fit) => {
  expect(isFitNode(version)).toBe(fit);
});

test('it runs under the Node of these tests', () => {
  expect(isFitNode(process.version)).toBe(true);
});
