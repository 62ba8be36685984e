import { capturedEvidence, type ExtensionRuntime } from '../../src/addin/captured-evidence';
import { captured } from '../extension/fake-chrome';
import { english as words } from '../load-words';

const STORE = 'a'.repeat(32);
const DEV = 'b'.repeat(32);

type Said = (message: { readonly type: string }) => unknown;

/** A browser in which these extensions answer; an id that is not among them has nobody. */
function browserWith(extensions: Readonly<Record<string, Said>>) {
  const asked: unknown[] = [];
  const runtime = {
    lastError: undefined as { message: string } | undefined,
    sendMessage(id: string, message: { readonly type: string }, callback: (answer: unknown) => void) {
      asked.push([id, message]);
      const said = extensions[id]?.(message);
      if (said === 'never') return;
      runtime.lastError = said === undefined ? { message: 'Receiving end does not exist.' } : undefined;
      callback(said);
      runtime.lastError = undefined;
    },
  };
  return { asked, runtime: runtime as unknown as ExtensionRuntime };
}
const portOver = (
  runtime: ExtensionRuntime | undefined,
  after: () => Promise<void> = () => new Promise(() => undefined),
) => capturedEvidence({ runtime, ids: [STORE, DEV], words, after });
const lists =
  (evidence: readonly unknown[]): Said =>
  () => ({ ok: true, evidence });

test('there is no port where the browser offers no extension, or the build names none', () => {
  expect(portOver(undefined)).toBeNull();
  expect(portOver({} as ExtensionRuntime)).toBeNull();
  const { runtime } = browserWith({});
  expect(capturedEvidence({ runtime, ids: [], words, after: async () => undefined })).toBeNull();
});

test('asks each id and lists what those have that are there', async () => {
  const { asked, runtime } = browserWith({ [DEV]: lists([captured(2), captured(1)]) });
  expect(await portOver(runtime)?.list()).toEqual({ ok: true, value: [captured(2), captured(1)] });
  expect(asked).toEqual([STORE, DEV].map((id) => [id, { type: 'jsp-evidence/list' }]));
});

test('acknowledges by id and revision, and says nothing else', async () => {
  const { asked, runtime } = browserWith({ [STORE]: () => ({ ok: true }) });
  expect(await portOver(runtime)?.acknowledge([captured(1)])).toEqual({ ok: true, value: undefined });
  const { id, revision } = captured(1);
  expect(asked[0]).toEqual([STORE, { type: 'jsp-evidence/acknowledge', evidence: [{ id, revision }] }]);
});

test.each<[string, Record<string, Said>, string, string]>([
  [
    'it refuses',
    { [STORE]: () => ({ ok: false, reason: 'The inbox cannot be read.' }) },
    'extension-refused',
    'The inbox cannot be read.',
  ],
  ['its answer is none', { [STORE]: () => null }, 'extension-version', words('extension.otherVersion')],
  [
    'its evidence has another shape',
    { [STORE]: lists([{ ...captured(1), address: 'javascript:alert(1)' }]) },
    'extension-version',
    words('extension.otherVersion'),
  ],
])('says in words that %s', async (_case, extensions, code, message) => {
  const { runtime } = browserWith(extensions);
  expect(await portOver(runtime)?.list()).toEqual({ ok: false, failure: { code, message } });
});

test('nothing waits where nobody is there; what was taken is not acknowledged then', async () => {
  const { runtime } = browserWith({});
  expect(await portOver(runtime)?.list()).toEqual({ ok: true, value: [] });
  expect(await portOver(runtime)?.acknowledge([captured(1)])).toEqual({
    ok: false,
    failure: { code: 'no-extension', message: words('extension.notInstalled') },
  });
});

test('does not wait for ever', async () => {
  const { runtime } = browserWith({ [STORE]: () => 'never' });
  expect(await portOver(runtime, async () => undefined)?.list()).toEqual({
    ok: false,
    failure: { code: 'extension-silent', message: words('extension.silent', { seconds: 10 }) },
  });
});
