import fc from 'fast-check';
import { canonicalJson } from '../../src/submission/canonical';
import { rowSchema } from '../../src/submission/row';
import { someRow } from '../submission/fixtures';

const canonical = canonicalJson(someRow(1));

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(6, -1, 2.5, 1e308, -0, '3', 'NA', "Don't know", '', true, [], {}, 501, null),
  fc.constantFrom<unknown>('\u0000', '\ud800', '\u202e', 'x'.repeat(3_000)),
);

/** Every place of the row in which something can stand, as keys from the top. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key])),
  ];
}
const place = fc.constantFrom(...placesOf(JSON.parse(canonical)));

function changedAt(
  path: readonly string[],
  change: (at: Record<string, unknown>, key: string) => void,
): string {
  const row: unknown = JSON.parse(canonical);
  let at = row as Record<string, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  change(at, path.at(-1) ?? '');
  return spelled(row);
}

/** RFC 8785 spelling of ASCII and other values alike. */
const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** A segment exchanged for another that there is makes another row, and a good one. */
const isGood = (body: string, [first]: readonly string[]): boolean =>
  ['organization', 'size'].includes(first ?? '') && rowSchema.safeParse(JSON.parse(body)).success;

const replaced = fc
  .tuple(place, anything)
  .map(([at, value]) => ({ at, body: changedAt(at, (object, key) => (object[key] = value)) }))
  .filter(({ at, body }) => body !== canonical && !isGood(body, at))
  .map(({ body }) => body);

/** Without `items` it is a row of domain scores, and a good one. */
const missing = place
  .filter((at) => at.join() !== 'items')
  .map((at) => changedAt(at, (object, key) => Reflect.deleteProperty(object, key)));

const name = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('__proto__', 'constructor', 'company', 'items '),
);
const extra = fc
  .tuple(fc.constantFrom('{', '"items":{', '"overall":{', '"rubric":{'), name, anything)
  .map(([opening, field, value]) =>
    canonical.replace(opening, () => `${opening}${JSON.stringify(field)}:${JSON.stringify(value)},`),
  );

const doubled = fc.tuple(place, anything).map(([at, value]) => {
  const field = `${JSON.stringify(at.at(-1))}:`;
  return canonical.replace(field, () => `${field}${JSON.stringify(value)},${field}`);
});

const otherByte = fc
  .tuple(
    fc.nat(canonical.length - 1),
    fc.constantFrom('change', 'add', 'remove', 'cut'),
    fc.constantFrom(' ', '0', '5', '"', ',', '{', '}', 'e', '\\', '\u0000', '\u00e9', '-', '\n', '\ufeff'),
  )
  .map(([at, how, character]) => {
    if (how === 'cut') return canonical.slice(0, at);
    const rest = canonical.slice(how === 'add' ? at : at + 1);
    return canonical.slice(0, at) + (how === 'remove' ? '' : character) + rest;
  })
  .filter((body) => body !== canonical);

const deep = fc
  .tuple(
    fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"items":', '}']),
    fc.integer({ min: 50, max: 16_000 }),
    fc.boolean(),
  )
  .map(([[open = '', close = ''], depth, closed]) => {
    const levels = Math.min(depth, Math.floor(16_000 / (open.length + close.length)));
    return open.repeat(levels) + (closed ? `1${close.repeat(levels)}` : '');
  });

const huge = fc
  .tuple(fc.integer({ min: 16_385, max: 60_000 }), fc.constantFrom('"', '[', '{"schema":"', ' '))
  .map(([length, start]) => start.padEnd(length, 'x'));

const odd: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom('utf16le', 'latin1', 'base64', 'hex') satisfies fc.Arbitrary<BufferEncoding>,
    fc.boolean(),
  )
  .map(([encoding, marked]) =>
    encoding === 'utf16le' || encoding === 'latin1'
      ? Buffer.from(`${marked ? '\ufeff' : 'é'}${canonical}`, encoding)
      : Buffer.from(Buffer.from(canonical).toString(encoding)),
  );

/** A body that is no row of this service, in the ways in which one can be wrong. */
export const malformedBody: fc.Arbitrary<string | Buffer> = fc.oneof(
  { weight: 3, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 8, arbitrary: replaced },
  { weight: 3, arbitrary: missing },
  { weight: 4, arbitrary: extra },
  { weight: 4, arbitrary: doubled },
  { weight: 6, arbitrary: otherByte },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: huge },
  { weight: 2, arbitrary: odd },
);
