/** @jest-environment jsdom */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../assets/locales/en.json';
import { manifestFor, withoutLocalhost } from '../../src/addin/manifest';
import { LOCAL_ORIGIN, productionOrigins } from '../../src/addin/origins';
import { wordsOf } from '../../src/words/words';
import { ROOT, readText } from './source-files';

const words = wordsOf(english);
const manifest = readText('manifest.xml');
const xml = parsed(manifest);

function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, 'application/xml');
}
const all = (name: string, within: Document | Element = xml): Element[] => [
  ...within.getElementsByTagName(name),
];
const values = (document: Document): string[] =>
  [...document.querySelectorAll('[DefaultValue]')].map(
    (element) => element.getAttribute('DefaultValue') ?? '',
  );

test('its elements stand in the order that Office’s schema demands', () => {
  expect([...xml.documentElement.children].map(({ nodeName }) => nodeName)).toEqual([
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ]);
});

test('it has an id of its own and a version that the validator takes', () => {
  expect(all('Id')[0]?.textContent).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(all('Version')[0]?.textContent).toMatch(/^[1-9]\d*\.\d+\.\d+\.\d+$/);
});

test('it asks for the least: one workbook, no mail, no identity, ExcelApi 1.9 in both places', () => {
  expect(all('Permissions').map(({ textContent }) => textContent)).toEqual(['ReadWriteDocument']);
  expect(xml.querySelectorAll('WebApplicationInfo, AppDomains')).toHaveLength(0);
  const hosts = all('Host').map((host) => host.getAttribute('Name') ?? host.getAttribute('xsi:type'));
  expect(hosts).toEqual(['Workbook', 'Workbook']);
  const sets = [...all('Set'), ...all('bt:Set')];
  expect(sets.map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
    ['ExcelApi', '1.9'],
    ['ExcelApi', '1.9'],
  ]);
});

test('one button on the Home tab shows the task pane', () => {
  expect(all('OfficeTab').map((tab) => tab.getAttribute('id'))).toEqual(['TabHome']);
  expect(all('Control').map((control) => control.getAttribute('xsi:type'))).toEqual(['Button']);
  expect(all('Action').map((action) => action.getAttribute('xsi:type'))).toEqual(['ShowTaskpane']);
});

test('every resource that is named is there, is used, and has a short id', () => {
  const named = [...xml.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid') ?? '');
  const there = [...xml.querySelectorAll('Resources [id]')].map(({ id }) => id);
  expect([...new Set(named)].sort()).toEqual([...there].sort());
  expect(there.filter((id) => id.length > 32)).toEqual([]);
});

test('texts keep within the limits of Office and of the store', () => {
  const longest = (name: string): number =>
    Math.max(
      ...all(name)
        .flatMap((list) => all('bt:String', list))
        .map((text) => text.getAttribute('DefaultValue')?.length ?? 0),
    );
  expect(longest('bt:ShortStrings')).toBeLessThanOrEqual(125);
  expect(longest('bt:LongStrings')).toBeLessThanOrEqual(250);
  expect(english.addin.name.length).toBeLessThanOrEqual(50);
  expect(english.addin.about.length).toBeLessThanOrEqual(100);
});

test('its texts are the catalogue’s', () => {
  const addin: Readonly<Record<string, string>> = english.addin;
  const strings = all('bt:String').map((text) => [text.id, text.getAttribute('DefaultValue')]);
  expect(strings).toEqual(strings.map(([id]) => [id, addin[(id ?? '').replace('addin.', '')]]));
  expect(all('DisplayName')[0]?.getAttribute('DefaultValue')).toBe(english.addin.name);
  expect(xml.querySelector('OfficeApp > Description')?.getAttribute('DefaultValue')).toBe(
    english.addin.about,
  );
});

test('every address is https, on one origin, at most 2,048 characters', () => {
  const addresses = values(xml).filter((value) => value.includes('://'));
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => !address.startsWith(`${LOCAL_ORIGIN}/`))).toEqual([]);
  expect(addresses.filter((address) => address.length > 2048)).toEqual([]);
});

test('every icon is a PNG of the size it is declared for', () => {
  const declared = all('bt:Image')
    .filter((image) => image.hasAttribute('size'))
    .map((image) => ({ size: Number(image.getAttribute('size')), id: image.getAttribute('resid') ?? '' }));
  const addressOf = (id: string) => xml.querySelector(`[id="${id}"]`)?.getAttribute('DefaultValue') ?? '';
  const icons = [
    ...declared.map(({ size, id }) => ({ size, address: addressOf(id) })),
    { size: 32, address: all('IconUrl')[0]?.getAttribute('DefaultValue') ?? '' },
    { size: 64, address: all('HighResolutionIconUrl')[0]?.getAttribute('DefaultValue') ?? '' },
  ];
  expect(new Set(declared.map(({ size }) => size))).toEqual(new Set([16, 20, 24, 32, 40, 48, 64, 80]));
  const found = icons.map(({ address }) => pngSize(join(ROOT, 'assets', new URL(address).pathname)));
  expect(found).toEqual(icons.map(({ size }) => [size, size]));
});

/** Width and height of a PNG, from its IHDR chunk (ISO/IEC 15948, 11.2.2). */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('the manifest of a deployment', () => {
  const german = {
    ...english,
    meta: { language: 'de', name: 'Deutsch' },
    addin: { ...english.addin, name: 'JSP "Reife" & Vergleich', button: 'Reife' },
  };

  test('names its origin everywhere and this computer nowhere', () => {
    const text = manifestFor(manifest, 'https://pane.example', []);
    expect(values(parsed(text)).filter((value) => value.includes('localhost'))).toEqual([]);
    expect(withoutLocalhost(text, words).ok).toBe(true);
    expect(all('SourceLocation', parsed(text))[0]?.getAttribute('DefaultValue')).toBe(
      'https://pane.example/taskpane.html',
    );
  });

  test('that still names this computer is refused with the address', () => {
    const text = manifestFor(manifest, 'https://pane.example', []).replace(
      'https://pane.example/support.html',
      'http://localhost:8080/support.html',
    );
    const checked = withoutLocalhost(text, words);
    expect(!checked.ok && checked.failure.message).toContain('http://localhost:8080/support.html');
  });

  test('speaks every language that has a catalogue', () => {
    const document = parsed(manifestFor(manifest, LOCAL_ORIGIN, [german]));
    const name = all('DisplayName', document)[0];
    expect(name?.firstElementChild?.getAttribute('Locale')).toBe('de-DE');
    expect(name?.firstElementChild?.getAttribute('Value')).toBe('JSP "Reife" & Vergleich');
    expect(all('Override', document)).toHaveLength(2);
    expect(all('bt:Override', document)).toHaveLength(6);
    expect(document.querySelector('[id="addin.button"]')?.firstElementChild?.getAttribute('Value')).toBe(
      'Reife',
    );
  });
});

describe('the origins of a production build', () => {
  const good = { ADDIN_ORIGIN: 'https://pane.example', BENCHMARK_ORIGIN: 'https://bench.example:8443' };

  test('are two https origins', () => {
    expect(productionOrigins(good, words)).toEqual({
      ok: true,
      value: { addin: 'https://pane.example', benchmark: 'https://bench.example:8443' },
    });
  });

  test.each([
    [{}, 'ADDIN_ORIGIN is not set'],
    [{ ...good, BENCHMARK_ORIGIN: '' }, 'BENCHMARK_ORIGIN is not set'],
    [{ ...good, ADDIN_ORIGIN: 'http://pane.example' }, 'must be an https origin'],
    [{ ...good, ADDIN_ORIGIN: 'https://pane.example/' }, 'must be an https origin'],
    [{ ...good, ADDIN_ORIGIN: 'pane.example' }, 'must be an https origin'],
    [{ ...good, ADDIN_ORIGIN: 'https://localhost:3000' }, 'must not point to this computer'],
    [{ ...good, BENCHMARK_ORIGIN: 'https://127.0.0.1' }, 'must not point to this computer'],
    [{ ...good, BENCHMARK_ORIGIN: 'https://[::1]' }, 'must not point to this computer'],
  ])('%j is refused: %s', (settings, reason) => {
    const origins = productionOrigins(settings, words);
    expect(!origins.ok && origins.failure.message).toContain(reason);
  });
});
