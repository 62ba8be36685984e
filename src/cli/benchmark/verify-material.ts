import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import * as z from 'zod/mini';
import { exportHeaderSchema, type ExportHeader } from '../../service/release/export-release';
import { keysSchema, proofPageSchema } from '../../submission/protocol';
import { type SubmissionRecord, submissionRecordSchema } from '../../submission/record';
import type { ProofPage } from '../../submission/release-tree';
import { isSystemError } from '../../service/system-error';
import { type TrustedKeys } from '../../service/release/verify-files';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import { readAssessmentFile } from '../../xlsx/read-assessment-file';
import { readFile } from '../command';
import { readRecords } from '../record-file';
import { nativeInflate } from '../native-inflate';
import type { Shipped } from '../shipped';

/** What a file holds that can be checked, as it says of itself; nothing of it is checked yet. */
export type Material =
  | { readonly kind: 'receipt' | 'withdrawal' | 'release'; readonly json: unknown }
  | { readonly kind: 'records'; readonly records: readonly SubmissionRecord[] }
  | { readonly kind: 'pages'; readonly pages: readonly ProofPage[] }
  | { readonly kind: 'keys'; readonly keys: TrustedKeys }
  | { readonly kind: 'export'; readonly header: ExportHeader };

const schemaNamed = z.object({ schema: z.string() });
const KINDS: Readonly<Record<string, 'receipt' | 'withdrawal' | 'release'>> = {
  'jsp-receipt/1': 'receipt',
  'jsp-withdrawal/1': 'withdrawal',
  'jsp-release/1': 'release',
};
const records = z.array(submissionRecordSchema).check(z.minLength(1));
const pages = z.array(proofPageSchema).check(z.minLength(1));

/** Reads a file. Fails: `file-unreadable`; `file-unknown`, where it is nothing that can be checked. */
export async function readMaterial(file: string, shipped: Shipped): Promise<Result<Material>> {
  const unknown = () => failed('file-unknown', shipped.words('operator.verifyUnknown', { file }));
  const first = parsed(await firstLine(file));
  // An auditor's file can be larger than memory: it is known by its first line, and read line by line.
  if (schemaOf(first) === 'jsp-export/1') {
    const header = exportHeaderSchema.safeParse(first);
    return header.success ? success({ kind: 'export', header: header.data }) : unknown();
  }
  const bytes = readFile(file, shipped);
  if (!bytes.ok) return bytes;
  const material = isZip(bytes.value)
    ? keptIn(file, bytes.value, shipped)
    : materialOf(parsed(bytes.value.toString('utf8').replace(/^\uFEFF/, '')));
  return material ? success(material) : unknown();
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK';

/** What a workbook keeps of the rows that were sent from it; null where that is nothing. */
function keptIn(file: string, bytes: Buffer, { words }: Shipped): Material | null {
  const read = readAssessmentFile(bytes, words, nativeInflate);
  const kept = read.ok ? readRecords(file, read.value.state, words) : read;
  return kept.ok && kept.value.length > 0 ? { kind: 'records', records: kept.value } : null;
}

/** The lines of a file, without their ends. */
export async function* linesOf(file: string): AsyncIterable<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    rest += first;
    for (const line of others) {
      yield rest;
      rest = line;
    }
  }
  if (rest !== '') yield rest;
}

/** A raw Ed25519 public key (base64url) as a trusted one. */
export const trusted = (publicKey: string): TrustedKeys[number] => ({
  id: createHash('sha256').update(publicKey, 'base64url').digest('base64url'),
  publicKey,
  state: 'current',
});

function materialOf(json: unknown): Material | null {
  const schema = schemaOf(json);
  const kind = schema === null ? undefined : KINDS[schema];
  if (kind) return { kind, json };
  const keys = keysSchema.safeParse(json);
  if (keys.success) return { kind: 'keys', keys: keys.data.receipt };
  const list = Array.isArray(json) ? json : [json];
  const proof = pages.safeParse(list);
  if (proof.success) return { kind: 'pages', pages: proof.data };
  const kept = records.safeParse(list);
  return kept.success ? { kind: 'records', records: kept.data } : null;
}

function schemaOf(json: unknown): string | null {
  const named = schemaNamed.safeParse(json);
  return named.success ? named.data.schema : null;
}

async function firstLine(file: string): Promise<string> {
  try {
    for await (const line of linesOf(file)) return line;
    return '';
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
