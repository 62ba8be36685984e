import * as z from 'zod/mini';
import { IDEMPOTENCY_HEADER, OWNER_HEADER, SECRET_HEADER } from '../../submission/protocol';
import type { Words } from '../../words/words';
import { EXAMPLE_KEY } from './examples';

/** 32 bytes of base64url in quotes, as a structured field string (RFC 9651). */
const quotedKey = (description: string) =>
  z
    .string()
    .check(z.regex(/^"[A-Za-z0-9_-]{43}"$/))
    .register(z.globalRegistry, { description, examples: [`"${EXAMPLE_KEY}"`] });

/** The revision that is held, as an entity tag. */
const heldRevision = (words: Words) =>
  z
    .string()
    .check(z.regex(/^"[1-9]\d{0,3}"$/))
    .register(z.globalRegistry, { description: words('service.docMatchHeader'), examples: ['"1"'] });

/** Headers of POST. Others pass, here and below. */
export const sendHeaders = (words: Words) =>
  z.looseObject({
    'idempotency-key': quotedKey(words('service.docKeyHeader')),
    'row-owner': z.optional(quotedKey(words('service.docOwnerHeader'))),
  });

/** Headers of DELETE. */
export const ownerHeaders = (words: Words) =>
  z.looseObject({ 'row-secret': quotedKey(words('service.docSecretHeader')) });

/** Headers of PUT. */
export const correctionHeaders = (words: Words) =>
  z.looseObject({
    'row-secret': quotedKey(words('service.docSecretHeader')),
    'if-match': heldRevision(words),
  });

export const rowParams = (words: Words) =>
  z.object({
    nullifier: z
      .string()
      .check(z.regex(/^[A-Za-z0-9_-]{43}$/))
      .register(z.globalRegistry, {
        description: words('service.docNullifier'),
        examples: [EXAMPLE_KEY],
      }),
  });

/** The text between the quotes of a header that its schema has passed. */
export const unquoted = (header: string): string => header.slice(1, -1);

/** How a header is spelled and what it holds, for a caller who got it wrong. */
export const HEADER_EXAMPLES: Readonly<Record<string, readonly [name: string, example: string]>> = {
  'idempotency-key': [IDEMPOTENCY_HEADER, `"${EXAMPLE_KEY}"`],
  'row-owner': [OWNER_HEADER, `"${EXAMPLE_KEY}"`],
  'row-secret': [SECRET_HEADER, `"${EXAMPLE_KEY}"`],
  'if-match': ['If-Match', '"1"'],
};
