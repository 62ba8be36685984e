import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { canonicalJson } from '../../src/submission/canonical';
import { TOKEN_REQUEST_TYPE } from '../../src/submission/protocol';
import { keyOf, someRow } from '../submission/fixtures';
import { malformedBody } from './malformed-rows';
import { memberCode } from './members';

/** A request that no service may take, whatever its mode. */
export interface Malformed {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

export const MALFORMED_KEY = keyOf('malformed');
const canonical = canonicalJson(someRow(1));
const quoted = (text: string): string => `"${text}"`;
const KEY = quoted(MALFORMED_KEY);
const ROW_URL = `/v1/submissions/${MALFORMED_KEY}`;

const JSON_TYPE = { 'content-type': 'application/json' };
const POST = {
  method: 'POST' as const,
  url: '/v1/submissions',
  headers: { ...JSON_TYPE, 'idempotency-key': KEY, 'row-owner': KEY },
};
const PUT = {
  method: 'PUT' as const,
  url: ROW_URL,
  headers: { ...JSON_TYPE, 'row-secret': KEY, 'if-match': '"1"' },
};
const DELETE = { method: 'DELETE' as const, url: ROW_URL, headers: { 'row-secret': KEY } };

const wrongBody: fc.Arbitrary<Malformed> = fc
  .tuple(fc.constantFrom(POST, PUT), malformedBody)
  .map(([good, payload]) => ({ ...good, payload }));

/** What a header can carry at all. */
const visible = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));
const headerText = fc.oneof(
  fc.string({ unit: visible, maxLength: 60 }),
  fc.constantFrom(
    '',
    '""',
    '"',
    `${KEY},${KEY}`,
    `W/${KEY}`,
    `'${MALFORMED_KEY}'`,
    MALFORMED_KEY,
    '"'.repeat(45),
  ),
  fc.constantFrom(quoted('A'.repeat(42)), quoted('A'.repeat(44)), quoted(`${'A'.repeat(42)}=`), '*', 'null'),
);

/** A good row or secret under headers of which one is not as it must be. */
const wrongHeader: fc.Arbitrary<Malformed> = fc
  .tuple(
    fc.constantFrom(
      ...(['idempotency-key', 'row-owner'] as const).map((name) => ({
        good: { ...POST, payload: canonical },
        name,
      })),
      ...(['row-secret', 'if-match'] as const).map((name) => ({
        good: { ...PUT, payload: canonical },
        name,
      })),
      { good: DELETE, name: 'row-secret' as const },
    ),
    headerText.filter((text) => !/^"([A-Za-z0-9_-]{43}|[1-9]\d{0,3})"$/.test(text)),
  )
  .map(([{ good, name }, text]) => ({ ...good, headers: { ...good.headers, [name]: text } }));

const wrongType: fc.Arbitrary<Malformed> = fc
  .tuple(
    fc.constantFrom(POST, PUT),
    fc.oneof(
      fc.constantFrom(
        'text/plain',
        'text/json',
        'application/xml',
        'multipart/form-data',
        '*/*',
        'application/',
      ),
      fc.constantFrom(
        'application/json-patch+json',
        TOKEN_REQUEST_TYPE,
        'application/jsonx',
        'json',
        ';',
        '/',
      ),
      fc
        .string({ unit: visible, maxLength: 40 })
        .filter((text) => !/^\s*application\/json\s*(;|$)/i.test(text)),
    ),
  )
  .map(([good, type]) => ({
    ...good,
    headers: { ...good.headers, 'content-type': type },
    payload: canonical,
  }));

const squeezed: fc.Arbitrary<Malformed> = fc
  .tuple(fc.constantFrom(POST, PUT), fc.constantFrom('gzip', 'br', 'deflate', 'identity, gzip'))
  .map(([good, encoding]) => ({
    ...good,
    headers: { ...good.headers, 'content-encoding': encoding },
    payload: gzipSync(canonical),
  }));

const segment = fc.oneof(
  fc.string({ unit: visible, maxLength: 30 }).map(encodeURIComponent),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map(encodeURIComponent),
  fc.constantFrom(
    '..',
    '%2e%2e',
    '%00',
    '%',
    '%zz',
    '%c0%af',
    ';',
    'r',
    'r0',
    'r01',
    'r1%00',
    'x'.repeat(200),
  ),
  fc.constantFrom('__proto__', 'constructor', 'r99999999', 'r-1', 'null', 'undefined', 'mdic-2022%20'),
);

/** Addresses at which there is nothing, or nothing for this method. */
const wrongPath: fc.Arbitrary<Malformed> = fc
  .tuple(
    fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH') satisfies fc.Arbitrary<
      Malformed['method']
    >,
    fc.oneof(
      segment.map((one) => `/v1/releases/x-${one}`),
      segment.map((one) => `/v1/releases/${one}.csv`),
      segment.map((one) => `/v1/releases/r1/proof?page=${one}`),
      segment.map((one) => `/v1/submissions/x${one}`),
      segment.map((one) => `/report/x-${one}`),
      segment.map((one) => `/v1/x${one}`),
      segment.map((one) => `/x${one}?${one}`),
      fc.constantFrom(
        '/v1',
        '/v1/',
        '/v1/cycle/',
        '/v2/cycle',
        '/.well-known/',
        '/.env',
        '/docs/static/..%2f..%2fpackage.json',
      ),
    ),
  )
  .map(([method, url]) => ({ method, url, headers: DELETE.headers }));

const wrongMethod: fc.Arbitrary<Malformed> = fc
  .tuple(
    fc.constantFrom('PATCH', 'PUT', 'DELETE', 'POST') satisfies fc.Arbitrary<Malformed['method']>,
    fc.constantFrom(
      '/v1/cycle',
      '/v1/keys',
      '/v1/releases',
      '/v1/releases/mdic-2022',
      '/report',
      '/healthz',
      '/docs',
    ),
  )
  .map(([method, url]) => ({ method, url, headers: POST.headers, payload: canonical }));

const code = `MemberCode code="${memberCode('nobody').code}"`;
const wrongTokenRequest: fc.Arbitrary<Malformed> = fc
  .tuple(
    fc.oneof(
      fc.uint8Array({ maxLength: 320 }),
      fc.uint8Array({ minLength: 256, maxLength: 256 }).map((bytes) => Uint8Array.from([0, 2, 0, ...bytes])),
    ),
    fc.oneof(headerText, fc.constantFrom(code, 'MemberCode code=""', `${code}, ${code}`)),
    fc.constantFrom(
      TOKEN_REQUEST_TYPE,
      TOKEN_REQUEST_TYPE,
      'application/json',
      'application/octet-stream',
      '',
    ),
  )
  .map(([bytes, authorization, type]) => ({
    method: 'POST',
    url: '/v1/tokens',
    headers: { 'content-type': type, authorization },
    payload: Buffer.from(bytes),
  }));

/** Any of them, in any mode. */
export const malformed: fc.Arbitrary<Malformed> = fc.oneof(
  { weight: 12, arbitrary: wrongBody },
  { weight: 4, arbitrary: wrongHeader },
  { weight: 2, arbitrary: wrongType },
  { weight: 1, arbitrary: squeezed },
  { weight: 4, arbitrary: wrongPath },
  { weight: 1, arbitrary: wrongMethod },
  { weight: 4, arbitrary: wrongTokenRequest },
);

const forged = fc
  .uint8Array({ minLength: 354, maxLength: 354 })
  .map((bytes) => `PrivateToken token="${Buffer.from(bytes).toString('base64url')}"`);

/** A good row that nobody let in, in the modes `code` and `blind`. */
export const notAdmitted: fc.Arbitrary<Malformed> = fc
  .oneof(
    headerText,
    forged,
    fc.constantFrom(code, `Bearer ${MALFORMED_KEY}`, 'PrivateToken', 'MemberCode', 'Basic Og=='),
  )
  .map((authorization) => ({ ...POST, headers: { ...POST.headers, authorization }, payload: canonical }));
