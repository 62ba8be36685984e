import { officeReady } from '../../src/addin/office-ready';

const never = new Promise<never>(() => undefined);

/** Office.js as far as the start looks at it. */
function officeStub(
  host: string | null,
  over: { readonly sets?: readonly string[]; readonly dark?: boolean } = {},
) {
  const { sets = ['1.9', '1.13'], dark } = over;
  return {
    HostType: { Excel: 'Excel' },
    onReady: () => Promise.resolve({ host, platform: null }),
    context: {
      displayLanguage: 'de-DE',
      officeTheme: dark === undefined ? undefined : { isDarkTheme: dark },
      requirements: {
        isSetSupported: (set: string, version: string) => set === 'ExcelApi' && sets.includes(version),
      },
    },
  } as unknown as typeof Office;
}

test('in Excel it gives the language of its menus, the theme and what this Excel supports', async () => {
  const started = await officeReady(officeStub('Excel', { dark: true }), never);
  expect(started).toMatchObject({ kind: 'excel', language: 'de-DE', theme: 'dark' });
  const supports = started.kind === 'excel' ? started.supports : () => null;
  expect([supports('1.13'), supports('1.20')]).toEqual([true, false]);
});

test('Excel on the web has no theme: light', async () => {
  expect(await officeReady(officeStub('Excel'), never)).toMatchObject({ theme: 'light' });
});

test.each([
  ['the script did not load', undefined, never, 'silent'],
  ['Office.js never answers', { onReady: () => never }, Promise.resolve(), 'silent'],
  ['the page is open in a browser', officeStub(null), never, 'outside'],
  ['the page is open in Word', officeStub('Word'), never, 'outside'],
  ['Excel is older than ExcelApi 1.9', officeStub('Excel', { sets: ['1.8'] }), never, 'too-old'],
])('where %s, it says so', async (_case, office, timeout, kind) => {
  expect(await officeReady(office as typeof Office | undefined, timeout)).toEqual({ kind });
});
