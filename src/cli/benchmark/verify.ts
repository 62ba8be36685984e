import type { SubmissionRecord } from '../../submission/record';
import type { Words } from '../../words/words';
import { type Command, type CommandCall, type Outcome, refused } from '../command';
import { JSON_OPTION, textOf, wrongValue } from './benchmark-command';
import { lineOf } from './examine-finding';
import { readMaterial, trusted } from './verify-material';
import { verifyOffline, type Evidence, type Verdict } from './verify-offline';
import { fetchEvidence } from './verify-online';

const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;

/**
 * Checks receipts, withdrawals, releases, proofs and auditors' files: whose signature they bear, and whether a release
 * counts a row, once. Needs the files and a public key, and no network; `--from` asks the service for what is missing.
 */
export const verify: Command = {
  usage: 'operator.usageVerify',
  about: 'help.verifyAbout',
  exitOne: 'help.exitVerify',
  options: {
    key: { type: 'string', multiple: true, value: 'help.valueKey', help: 'help.verifyKey' },
    from: { type: 'string', value: 'help.valueUrl', help: 'help.verifyFrom' },
    ...JSON_OPTION,
  },
  run: async (call) => {
    const { shipped, files } = call;
    const given = Array.isArray(call.given['key']) ? (call.given['key'] as string[]) : [];
    const odd = given.find((key) => !PUBLIC_KEY.test(key));
    if (odd !== undefined) return wrongValue(call, '--key', odd, shipped.words('operator.verifyKeyShape'));
    const from = textOf(call, 'from');
    if (files.length === 0) return call.misused();
    const read = await readAll(call, given);
    if ('code' in read) return read;
    const fetched = from === undefined ? null : await fetchEvidence(from, read, shipped);
    if (fetched && !fetched.ok) return refused(fetched.failure);
    const evidence = fetched ? fetched.value.evidence : read;
    if (evidence.keys.length === 0) return { error: shipped.words('operator.verifyNoKey'), code: 1 };
    const verdicts = [
      ...(await verifyOffline(evidence, shipped.words)),
      ...(fetched ? await fetched.value.verdicts() : []),
    ];
    if (verdicts.length === 0) return { error: shipped.words('operator.verifyNothing'), code: 1 };
    return told(verdicts, fetched ? fetched.value.notice : null, call);
  },
};

/** Everything that the files hold. */
async function readAll(
  { files, shipped }: CommandCall,
  keys: readonly string[],
): Promise<Evidence | Outcome> {
  const found: Evidence = { keys: keys.map(trusted), proofs: [], releases: [], pages: [], exports: [] };
  for (const file of files) {
    const material = await readMaterial(file, shipped);
    if (!material.ok) return refused(material.failure);
    const of = material.value;
    if (of.kind === 'keys') found.keys.push(...of.keys);
    else if (of.kind === 'pages') found.pages.push(...of.pages);
    else if (of.kind === 'release') found.releases.push({ file, json: of.json });
    else if (of.kind === 'export') found.exports.push({ file, header: of.header });
    else if (of.kind === 'records') found.proofs.push(...proofsIn(file, of.records));
    else found.proofs.push({ file, kind: of.kind, json: of.json });
  }
  return found.releases.length > 1 ? { error: shipped.words('operator.verifyOneRelease'), code: 2 } : found;
}

/** What `submit` and the add-in keep of a row: the proofs in it, and the bytes that they are about. */
const proofsIn = (file: string, records: readonly SubmissionRecord[]): Evidence['proofs'] =>
  records.flatMap(({ bytes, correction, receipt, withdrawal }) => [
    ...(receipt
      ? [
          {
            file,
            kind: 'receipt' as const,
            json: receipt,
            bytes: [bytes, ...(correction ? [correction.bytes] : [])],
          },
        ]
      : []),
    ...(withdrawal ? [{ file, kind: 'withdrawal' as const, json: withdrawal }] : []),
  ]);

function told(verdicts: readonly Verdict[], notice: string | null, { shipped, given }: CommandCall): Outcome {
  const { words } = shipped;
  const code = verdicts.every(({ state }) => state !== 'fail') ? 0 : 1;
  const out = given['json'] === true ? JSON.stringify(verdicts, null, 2) : linesOf(verdicts, words);
  return { out: `${out}\n`, ...(notice === null ? {} : { error: notice }), code };
}

const linesOf = (verdicts: readonly Verdict[], words: Words): string =>
  verdicts
    .map(({ file, state, message }) => lineOf({ state, message: `${file}: ${message}` }, words))
    .join('\n');
