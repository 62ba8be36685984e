import { createHash } from 'node:crypto';
import { EXTENSION_POLICY } from '../../src/extension/content-security-policy';
import { localeFolder, localeMessages } from '../../src/extension/locale-messages';
import { extensionManifest } from '../../src/extension/manifest';
import type { Catalogue } from '../../src/words/words';
import { pseudoCatalogue } from '../repo/pseudo-catalogue';
import { filesUnder } from '../repo/source-files';
import { DEV_ID, DEV_KEY } from '../../src/extension/build/dev-key';

const settings = { version: '0.1.0', addinOrigins: ['https://addin.example'] };
const chrome = extensionManifest('chrome', settings);
const firefox = extensionManifest('firefox', settings);

const catalogues = filesUnder('assets/locales', /\.json$/).map(({ text }) => JSON.parse(text) as Catalogue);

test('asks for exactly these permissions, and for no host in any way', () => {
  const four = ['activeTab', 'contextMenus', 'scripting', 'storage'];
  expect(chrome['permissions']).toEqual([...four, 'sidePanel']);
  expect(firefox['permissions']).toEqual(four);
  for (const manifest of [chrome, firefox]) {
    for (const key of ['host_permissions', 'optional_permissions', 'optional_host_permissions']) {
      expect(manifest).not.toHaveProperty(key);
    }
    for (const key of ['content_scripts', 'web_accessible_resources', 'update_url']) {
      expect(manifest).not.toHaveProperty(key);
    }
    expect(manifest['incognito']).toBe('not_allowed');
  }
});

test.each([chrome, firefox])('its pages may connect to nothing and send no form', (manifest) => {
  expect(manifest['content_security_policy']).toEqual({ extension_pages: EXTENSION_POLICY });
  const policy = new Map(
    EXTENSION_POLICY.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]),
  );
  for (const directive of [
    'default-src',
    'connect-src',
    'form-action',
    'base-uri',
    'object-src',
    'frame-src',
    'frame-ancestors',
  ]) {
    expect([directive, policy.get(directive)]).toEqual([directive, ["'none'"]]);
  }
  expect(policy.get('script-src')).toEqual(["'self'"]);
  expect(EXTENSION_POLICY).not.toMatch(/unsafe|https?:|blob:|\*/);
});

test('Chrome lets the panes of the given origins connect, and no other extension; Firefox nobody', () => {
  expect(chrome['externally_connectable']).toEqual({ ids: [], matches: ['https://addin.example/*'] });
  expect(extensionManifest('chrome', { ...settings, addinOrigins: [] })).not.toHaveProperty(
    'externally_connectable',
  );
  expect(firefox).not.toHaveProperty('externally_connectable');
});

test('Firefox is told that no data is collected', () => {
  expect(firefox['browser_specific_settings']).toMatchObject({
    gecko: { strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
  });
  expect(chrome).not.toHaveProperty('browser_specific_settings');
});

test('a key is in the manifest only where one was given, and makes the id of builds for this computer', () => {
  expect(chrome).not.toHaveProperty('key');
  expect(extensionManifest('chrome', { ...settings, key: DEV_KEY })['key']).toBe(DEV_KEY);
  const digest = createHash('sha256').update(Buffer.from(DEV_KEY, 'base64')).digest('hex').slice(0, 32);
  const letters = [...digest].map((digit) => String.fromCharCode('a'.charCodeAt(0) + parseInt(digit, 16)));
  expect(letters.join('')).toBe(DEV_ID);
});

test.each(catalogues)('the stores take the name and the description of %#', (catalogue) => {
  // Chrome Web Store: 75 and 132 characters; Microsoft and Mozilla allow more.
  expect(catalogue.extension.name.length).toBeLessThanOrEqual(75);
  expect(catalogue.extension.about.length).toBeLessThanOrEqual(132);
});

test('every message that a manifest names is in each language', () => {
  const named = [...JSON.stringify([chrome, firefox]).matchAll(/__MSG_(\w+?)__/g)].map(
    ([, key]) => key ?? '',
  );
  expect(named.length).toBeGreaterThan(3);
  for (const catalogue of [...catalogues, pseudoCatalogue(catalogues[0]!)]) {
    const messages = localeMessages(catalogue);
    expect(named.filter((key) => !messages[key]?.message)).toEqual([]);
    expect(Object.keys(messages).filter((key) => !/^\w+$/.test(key))).toEqual([]);
  }
});

test('messages keep a dollar sign, and folders are named as the browsers want', () => {
  const [english] = catalogues;
  const dear = { ...english!, extension: { ...english!.extension, about: 'costs $5' } };
  expect(localeMessages(dear)['about']).toEqual({ message: 'costs $$5' });
  expect(localeFolder({ ...english!, meta: { ...english!.meta, language: 'pt-BR' } })).toBe('pt_BR');
});
