import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openKeys, type ServiceKeys } from '../../../src/service/keys';
import { rotateReceiptKey } from '../../../src/service/signing';
import { rotateTokenKey } from '../../../src/service/tokens/token-keys';
import { ed25519Verifier, verifyReceipt, verifyWithdrawal } from '../../../src/submission/receipt';
import { receiptSchema, withdrawalSchema } from '../../../src/submission/record';
import { keysSchema, tokenKeySchema } from '../../../src/submission/protocol';
import { CYCLE, keyOf, words } from '../../submission/fixtures';
import { keyDirectory, valueOf } from './fixtures';

const BLIND = { cycle: CYCLE, rubric: 'jsp', mode: 'blind' } as const;
const opened = (directory: string, change: Partial<Parameters<typeof openKeys>[1]> = {}): ServiceKeys =>
  valueOf(openKeys(directory, { ...BLIND, ...change }, words));
const modeOf = (file: string) => statSync(file).mode & 0o777;
const pemOf = (bits: number) =>
  generateKeyPairSync('rsa', { modulusLength: bits })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

describe('the keys of a service', () => {
  it('are made on the first start, for their owner only, and the same on the next', () => {
    const directory = join(keyDirectory(), 'data');
    const first = opened(directory);
    const again = opened(directory);
    expect(again.signer.keyId).toBe(first.signer.keyId);
    expect(again.issuer?.tokenKey).toEqual(first.issuer?.tokenKey);
    expect(readdirSync(directory).sort()).toEqual(['receipt-key.pem', `token-key-${CYCLE}.pem`]);
    expect(readdirSync(directory).map((file) => modeOf(join(directory, file)))).toEqual([0o600, 0o600]);
  });

  it('are shown as the protocol says', () => {
    const { signer, issuer, keys } = opened(keyDirectory());
    expect(tokenKeySchema.parse(issuer?.tokenKey)).toEqual(issuer?.tokenKey);
    const { id, publicKey } = issuer?.tokenKey ?? {};
    expect(keysSchema.parse(keys())).toEqual({
      receipt: [{ id: signer.keyId, publicKey: signer.publicKey, state: 'current' }],
      token: [{ id, publicKey, cycle: CYCLE }],
    });
  });

  it.each(['open', 'code'] as const)('have no token key in mode %s', (mode) => {
    const directory = keyDirectory();
    const { issuer, keys } = opened(directory, { mode });
    expect(issuer).toBeNull();
    expect(keys().token).toEqual([]);
    expect(readdirSync(directory)).toEqual(['receipt-key.pem']);
  });

  it('have a token key a cycle, and keep listing those of earlier cycles', () => {
    const directory = keyDirectory();
    const cycles = ['2026', '2026-2', '2025'];
    const ids = new Map(cycles.map((cycle) => [cycle, opened(directory, { cycle }).issuer?.tokenKey.id]));
    expect(new Set(ids.values()).size).toBe(3);
    const listed = opened(directory, { mode: 'open' }).keys().token;
    expect(listed.map(({ cycle, id }) => [cycle, id])).toEqual(
      ['2025', '2026', '2026-2'].map((cycle) => [cycle, ids.get(cycle)]),
    );
  });

  it('are those of whoever made them first, where two processes start at once', async () => {
    const directory = keyDirectory();
    const start = `
      const { openTokenKey } = await import('./src/service/tokens/token-keys.ts');
      const { value } = openTokenKey(${JSON.stringify(directory)}, '2026', () => '');
      process.stdout.write(value.export({ type: 'pkcs8', format: 'pem' }));`;
    const run = promisify(execFile);
    const started = Array.from({ length: 3 }, () =>
      run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', start]),
    );
    const keys = (await Promise.all(started)).map(({ stdout }) => stdout);
    expect(new Set(keys).size).toBe(1);
    expect(readFileSync(join(directory, 'token-key-2026.pem'), 'utf8')).toBe(keys[0]);
    expect(readdirSync(directory)).toEqual(['token-key-2026.pem']);
  });

  it.each([
    ['receipt-key.pem', 'nonsense'],
    ['receipt-key.pem', pemOf(1024)],
    [`token-key-${CYCLE}.pem`, 'nonsense'],
    [`token-key-${CYCLE}.pem`, pemOf(1024)],
    [`token-key-2019.pem`, ''],
  ])('are refused in words where %s is bad (case %#)', (file, text) => {
    const directory = keyDirectory();
    writeFileSync(join(directory, file), text);
    const failure = openKeys(directory, BLIND, words);
    expect(failure).toMatchObject({ ok: false, failure: { code: 'key-unusable' } });
    expect(JSON.stringify(failure)).toContain(directory);
  });

  it('take an issuer’s name that fits, and no other', () => {
    expect(openKeys(keyDirectory(), { ...BLIND, issuerName: 'a b' }, words)).toMatchObject({
      failure: { code: 'issuer-invalid' },
    });
    const { challenge } = opened(keyDirectory(), { issuerName: 'x'.repeat(200) }).issuer?.tokenKey ?? {};
    expect(tokenKeySchema.shape.challenge.safeParse(challenge).success).toBe(true);
  });
});

describe('a signer', () => {
  const verifier = ed25519Verifier(crypto.subtle);
  const fields = { nullifier: keyOf(1), revision: 2, cycle: CYCLE };

  it('signs receipts, withdrawals and bytes so that its public key verifies them', async () => {
    const { signer } = opened(keyDirectory(), { mode: 'open' });
    const receipt = receiptSchema.parse(signer.sign({ ...fields, rowHash: 'a'.repeat(64) }));
    expect(await verifyReceipt(receipt, signer.publicKey, verifier)).toBe(true);
    const withdrawal = withdrawalSchema.parse(signer.signWithdrawal(fields));
    expect(await verifyWithdrawal(withdrawal, signer.publicKey, verifier)).toBe(true);
    expect(await verifyWithdrawal({ ...withdrawal, revision: 3 }, signer.publicKey, verifier)).toBe(false);
    const bytes = Uint8Array.of(1, 2, 3);
    const parts = [signer.publicKey, signer.signBytes(bytes)].map((text) =>
      Uint8Array.from(Buffer.from(text, 'base64url')),
    ) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>];
    expect(await verifier(...parts, bytes)).toBe(true);
  });

  it('can be replaced; the former key stays listed and its private half is gone', async () => {
    const directory = keyDirectory();
    const running = opened(directory, { mode: 'open' });
    const { signer } = running;
    const receipt = signer.sign({ ...fields, rowHash: 'a'.repeat(64) });
    const change = valueOf(rotateReceiptKey(directory, words));
    expect(change).toMatchObject({ former: signer.keyId });
    expect(change.notice).toContain(change.current);

    const states = (service: ServiceKeys) => service.keys().receipt.map(({ id, state }) => [id, state]);
    expect(states(running)).toEqual([
      [change.former, 'current'],
      [change.current, 'current'],
    ]);
    const restarted = opened(directory, { mode: 'open' });
    expect(restarted.signer.keyId).toBe(change.current);
    expect(states(restarted)).toEqual([
      [change.current, 'current'],
      [change.former, 'former'],
    ]);
    const former = restarted.keys().receipt.find(({ id }) => id === receipt.keyId);
    expect(await verifyReceipt(receipt, former?.publicKey ?? '', verifier)).toBe(true);
    expect(readFileSync(join(directory, 'receipt-keys', `${change.former}.pem`), 'utf8')).not.toContain(
      'PRIVATE',
    );
  });

  it('has nothing to replace before the service ever started', () => {
    const directory = keyDirectory();
    expect(rotateReceiptKey(directory, words)).toMatchObject({ failure: { code: 'key-missing' } });
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('a token key', () => {
  it('stays unless its replacement is forced', () => {
    const directory = keyDirectory();
    const { issuer } = opened(directory);
    expect(rotateTokenKey(directory, CYCLE, { force: false }, words)).toMatchObject({
      failure: { code: 'tokens-outstanding' },
    });
    expect(opened(directory).issuer?.tokenKey.id).toBe(issuer?.tokenKey.id);
  });

  it('is replaced by force, and stays listed under its cycle', () => {
    const directory = keyDirectory();
    const { issuer } = opened(directory);
    const change = valueOf(rotateTokenKey(directory, CYCLE, { force: true }, words));
    expect(change.former).toBe(issuer?.tokenKey.id);
    expect(change.notice).toContain(change.former);
    const restarted = opened(directory);
    expect(restarted.issuer?.tokenKey.id).toBe(change.current);
    expect(restarted.keys().token.map(({ id, cycle }) => [id, cycle])).toEqual([
      [change.current, CYCLE],
      [change.former, CYCLE],
    ]);
    const kept = join(directory, 'token-keys', `${CYCLE}.${change.former}.pem`);
    expect(readFileSync(kept, 'utf8')).not.toContain('PRIVATE');
  });

  it('has nothing to replace in a cycle that never gave tokens', () => {
    const directory = keyDirectory();
    expect(rotateTokenKey(directory, CYCLE, { force: true }, words)).toMatchObject({
      failure: { code: 'key-missing' },
    });
    expect(existsSync(join(directory, 'token-keys'))).toBe(false);
  });
});
