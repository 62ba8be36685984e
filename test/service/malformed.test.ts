import * as fc from 'fast-check';
import { canonicalJson } from '../../src/submission/canonical';
import { rowSchema } from '../../src/submission/row';
import { keyOf, someRow } from '../submission/fixtures';
import { freshDirectory, openedService, post, storedRows } from './fixtures';

const dataDir = freshDirectory();
const service = openedService({ dataDir });
const canonical = canonicalJson(someRow(1));

/** Sends a body and expects a refusal in words: never a fault, never a stored row. */
async function expectRefusal(body: string | Buffer, headers: Record<string, string> = {}): Promise<void> {
  const response = await post(service, { body, key: keyOf('malformed'), headers });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
  expect(response.statusCode).toBeLessThan(500);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.json<{ detail: string }>().detail.length).toBeGreaterThan(0);
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(6, -1, 2.5, 1e308, -0, '3', 'NA', "Don't know", '', true, [], {}, 501),
);

/** Every place of the row in which something can stand, as keys from the top. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key])),
  ];
}

function replaced(place: readonly string[], value: unknown): unknown {
  const row: unknown = JSON.parse(canonical);
  let at = row as Record<string, unknown>;
  for (const key of place.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[place.at(-1) ?? ''] = value;
  return row;
}

/** RFC 8785 spelling of ASCII and other values alike. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

afterEach(() => {
  expect(storedRows(dataDir)).toEqual([]);
});

it('refuses arbitrary JSON', () =>
  fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), (body) => expectRefusal(body)),
    { numRuns: 400 },
  ));

it('refuses arbitrary bytes in any encoding', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(
        'application/json',
        'application/json; charset=utf-16',
        'application/json;charset=latin1',
        'text/json',
        '',
      ),
      (bytes, type) => expectRefusal(Buffer.from(bytes), { 'content-type': type }),
    ),
    { numRuns: 400 },
  ));

it('refuses a row with any one value replaced by another', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...placesOf(JSON.parse(canonical))), anything, async (place, value) => {
      const body = spelled(replaced(place, value));
      const isHarmless =
        ['organization', 'size'].includes(place[0] ?? '') && rowSchema.safeParse(JSON.parse(body)).success;
      fc.pre(body !== canonical && !isHarmless);
      await expectRefusal(body);
    }),
    { numRuns: 800 },
  ));

it('refuses a row with any byte changed, added or taken away', () =>
  fc.assert(
    fc.asyncProperty(
      fc.nat(canonical.length - 1),
      fc.constantFrom('change', 'add', 'remove'),
      fc.constantFrom(' ', '0', '5', '"', ',', '{', '}', 'e', '\\', '\u0000', '\u00e9', '-'),
      async (at, how, character) => {
        const rest = canonical.slice(how === 'add' ? at : at + 1);
        const body = canonical.slice(0, at) + (how === 'remove' ? '' : character) + rest;
        fc.pre(body !== canonical);
        await expectRefusal(body);
      },
    ),
    { numRuns: 500 },
  ));

it.each([
  ['arrays', '['.repeat(8_000) + ']'.repeat(8_000)],
  ['arrays never closed', '['.repeat(16_000)],
  ['objects', '{"a":'.repeat(2_500) + '1' + '}'.repeat(2_500)],
  [
    'objects inside a row',
    canonical.replace('"items":{', `"items":{"ORG-01":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)},`),
  ],
])('refuses deep %s', (_, body) => expectRefusal(body));

it('refuses a body cut off at any place', () =>
  fc.assert(
    fc.asyncProperty(fc.nat(canonical.length - 1), (length) => expectRefusal(canonical.slice(0, length))),
    { numRuns: 100 },
  ));
