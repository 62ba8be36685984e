import ts from 'typescript';
import english from '../../assets/locales/en.json';
import { capturedEvidenceSchema, EVIDENCE_LIMITS } from '../../src/assessment/evidence';
import { EXTENSION_POLICY } from '../../src/extension/content-security-policy';
import { type Browser, extensionManifest } from '../../src/extension/manifest';
import { STORE_SCENES, storePicture } from '../pictures/picture-names';
import { extensionSources, nodesOf, parsed, type ParsedSource } from './extension-sources';
import { readJson, readText } from './source-files';
import { storedKeys } from './stored-keys';

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const listing = flat(readText('docs/store/listing.md'));
const permissions = flat(readText('docs/store/permissions.md'));
const policy = flat(readText('docs/store/privacy-policy.md'));

const settings = { version: '0.1.0', addinOrigins: ['https://addin.example'] };
const manifestOf = (browser: Browser) =>
  extensionManifest(browser, settings) as Readonly<Record<string, unknown>> & {
    readonly permissions: readonly string[];
    readonly content_security_policy: { readonly extension_pages: string };
    readonly commands: { readonly _execute_action: { readonly suggested_key: { readonly default: string } } };
  };
const BROWSERS = ['chrome', 'firefox'] as const;

const sources = extensionSources();

describe('the listing', () => {
  it('has the name and the summary of the catalogue, as long as the stores allow', () => {
    expect(listing).toContain(`**Name.** ${english.extension.name} `);
    expect(listing).toContain(`**Summary** (at most 132 characters). ${english.extension.about} `);
    expect(english.extension.name.length).toBeLessThanOrEqual(45);
    expect(english.extension.about.length).toBeLessThanOrEqual(132);
  });

  it('names the shortcut of the manifest, as the panel does', () => {
    for (const browser of BROWSERS) {
      const shortcut = manifestOf(browser).commands._execute_action.suggested_key.default;
      for (const text of [listing, english.panel.captureShortcut]) expect(text).toContain(shortcut);
    }
  });

  it('gives reviewers commands that there are, for the versions of Node that the package takes', () => {
    const { scripts, engines } = readJson('package.json') as {
      readonly scripts: Readonly<Record<string, string>>;
      readonly engines: { readonly node: string };
    };
    const named = [...listing.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named).toContain('build:extension');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect([listing.includes('Node 20.19 or later'), engines.node]).toEqual([true, '>=20.19']);
  });

  it('shows every store picture', () => {
    for (const scene of STORE_SCENES) expect(listing).toContain(`(../pictures/${storePicture(scene)})`);
  });

  it('says of Firefox what its manifest says', () => {
    expect(listing).toContain('`data_collection_permissions`: none. Private windows: not allowed.');
    expect(manifestOf('firefox')['browser_specific_settings']).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
    for (const browser of BROWSERS) expect(manifestOf(browser)['incognito']).toBe('not_allowed');
  });
});

describe('the permissions', () => {
  const rows = readText('docs/store/permissions.md')
    .split('\n')
    .map((line) => /^\| `(\w+)` \| (.+) \| (.+) \|$/.exec(line))
    .filter((row) => row !== null)
    .map(([, name = '', where = '', why = '']) => ({ name, where, why }));
  const IN: Readonly<Record<string, readonly Browser[]>> = {
    all: ['chrome', 'firefox'],
    'Chrome, Edge': ['chrome'],
  };

  it.each(BROWSERS)('are exactly those of the manifest, each with its reason: %s', (browser) => {
    const listed = rows.filter(({ where }) => IN[where]?.includes(browser)).map(({ name }) => name);
    expect(listed.sort()).toEqual([...manifestOf(browser).permissions].sort());
    expect(rows.filter(({ where, why }) => !(where in IN) || why.length < 20)).toEqual([]);
  });

  it.each(BROWSERS)(
    'are all: no host, nothing optional, no script in pages, nothing for pages to load: %s',
    (browser) => {
      const others = Object.keys(manifestOf(browser)).filter((key) =>
        /host_permissions|optional|content_scripts|web_accessible|sandbox|update_url|nativ/.test(key),
      );
      expect(others).toEqual([]);
      expect(permissions).toContain('No optional permissions, no host permissions, no content scripts');
    },
  );

  it('say of the way in for the add-in what the manifests say', () => {
    const chrome = manifestOf('chrome')['externally_connectable'];
    expect(chrome).toEqual({ ids: [], matches: ['https://addin.example/*'] });
    expect(extensionManifest('chrome', { ...settings, addinOrigins: [] })).not.toHaveProperty(
      'externally_connectable',
    );
    expect(manifestOf('firefox')).not.toHaveProperty('externally_connectable');
    expect(permissions).toContain('A build without an add-in origin has no such entry; Firefox has none.');
  });

  it('quote the policy of the pages, and give it no more than it has', () => {
    const quoted = [...permissions.matchAll(/`([\w-]+-src '[\w]+'|form-action '\w+')`/g)].map(
      ([, rule]) => rule ?? '',
    );
    expect(quoted).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-src 'none'",
      ]),
    );
    const rules = EXTENSION_POLICY.split('; ');
    expect(quoted.filter((rule) => !rules.includes(rule))).toEqual([]);
    for (const browser of BROWSERS) {
      expect(manifestOf(browser).content_security_policy.extension_pages).toBe(EXTENSION_POLICY);
    }
    const open = rules.filter((rule) => !rule.endsWith(" 'none'")).map((rule) => rule.split(' ')[0]);
    expect(open).toEqual(['script-src', 'style-src', 'img-src']);
    expect(permissions).toContain('scripts, styles and images from the package alone');
    expect(EXTENSION_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });
});

/** Where the policy says each thing that is kept. */
const CAPTURED: Readonly<Record<string, string>> = {
  id: 'a random id and a count of its changes',
  revision: 'a random id and a count of its changes',
  item: 'the rubric item you choose',
  title: `its title (up to ${count(EVIDENCE_LIMITS.title)} characters)`,
  address: `its address (up to ${count(EVIDENCE_LIMITS.address)}; a longer one is not captured)`,
  captured: 'the time, to the second, in UTC',
  verified: 'when you captured it again the time of that',
  pageDate: 'the day on which the page or its server says that it was last changed',
  quote: `the text you had selected, up to ${count(EVIDENCE_LIMITS.quote)} characters`,
  note: `a note of up to ${count(EVIDENCE_LIMITS.note)} characters`,
};
const STORED: Readonly<Record<string, string>> = {
  'local consent': 'that you agreed',
  'local inbox':
    "In the extension's own storage in this browser profile, on this computer; it is not synchronised",
  'local pageKey': 'a random key, drawn once',
  'local lastItem': 'the item you chose last',
  'session notice': 'until the browser is closed how the last capture went',
  'session pressed': "the browser's number of the tab on which you pressed",
  'jsp-assessment handle': "the browser's pointer to that file",
  'jsp-assessment refused-answers': 'answers that the file refused',
  'jsp-assessment copy': 'a copy of the open workbook is kept there instead',
};

function count(limit: number): string {
  return limit.toLocaleString('en');
}

describe('the privacy policy', () => {
  it('describes every field of what is captured, with its limit', () => {
    expect(Object.keys(CAPTURED).sort()).toEqual(Object.keys(capturedEvidenceSchema.shape).sort());
    expect(Object.values(CAPTURED).filter((words) => !policy.includes(words))).toEqual([]);
  });

  it('describes every key that the extension stores anything under', () => {
    expect(storedKeys(sources).sort()).toEqual(Object.keys(STORED).sort());
    expect(Object.values(STORED).filter((words) => !policy.includes(words))).toEqual([]);
  });

  it('names the controls as they are called', () => {
    const { panel, pane, handover } = english;
    const called = [
      panel.remove,
      panel.removeAll,
      panel.close,
      panel.closeForgetting,
      panel.download,
      handover.copyRow,
      handover.saveRow,
    ];
    for (const name of [
      ...called,
      pane.getCaptured.replace(/ \(.*/, ''),
      panel.copyRows_other.replace(' {count}', ''),
    ]) {
      expect(policy.toLowerCase()).toContain(`_${name.toLowerCase()}_`);
    }
  });
});

describe('nothing leaves', () => {
  /** What can send or load by itself. A bundle of these sources also has React's words for it (`fetchPriority`, `preconnect`): extension.test.ts searches that for calls. */
  const SENDING =
    /^(?:fetch|fetchLater|XMLHttpRequest|WebSocket|WebSocketStream|WebTransport|EventSource|sendBeacon|RTCPeerConnection|RTCDataChannel|importScripts|sendNativeMessage|connectNative|serviceWorker|BroadcastChannel)$/;
  const sending = (files: readonly ParsedSource[]) =>
    files.flatMap((source) =>
      nodesOf(source)
        .filter((node) => (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && SENDING.test(node.text))
        .map(() => source.path),
    );

  it('because no source that the worker or the panel loads names a way to send', () => {
    const rooms = [
      'extension/worker',
      'extension/inbox',
      'extension/panel',
      'pane/inbox',
      'pane/side-panel',
      'xlsx/patch',
    ];
    for (const room of rooms) {
      expect(sources.filter(({ path }) => path.startsWith(`src/${room}/`)).length).toBeGreaterThan(2);
    }
    expect(sending(sources)).toEqual([]);
  });

  it('and neither the client of the service nor what gives it the network is among them', () => {
    const others = ['src/submission/client.ts', 'src/addin/browser-fetch.ts', 'src/submit-page/main.tsx'];
    expect(sending([parsed('main.tsx', readText('src/submit-page/main.tsx'))])).not.toEqual([]);
    expect(sources.filter(({ path }) => others.includes(path))).toEqual([]);
  });

  it.each([
    ['a call', "void fetch('https://elsewhere.example');"],
    ['a member', 'navigator.sendBeacon(address, text);'],
    ['a name in brackets', "navigator['sendBeacon'](address);"],
    ['a constructor', 'const socket = new WebSocket(address);'],
  ])('and %s would be found', (_, text) => {
    expect(sending([parsed('made-up.ts', text)])).toEqual(['made-up.ts']);
  });
});

describe('the search for what is kept', () => {
  it.each([
    ["readArea(storage.local, ['visited'], words);", ['local visited']],
    [
      'writeArea(storage.session, here ? { seen } : { seen, when: now }, words);',
      ['session seen', 'session when'],
    ],
    ["const WHERE = 'place'; keptValues(x, 'base'); void kept.get(WHERE);", ['base place']],
    ['chrome.storage.sync.set({ visited });', ['src/extension/made-up.ts: sync']],
    ["localStorage.setItem('visited', '1');", ['src/extension/made-up.ts: localStorage']],
    ["indexedDB.open('more');", ['src/extension/made-up.ts: indexedDB']],
  ])('finds %s', (text, keys) => {
    expect(storedKeys([parsed('src/extension/made-up.ts', text)])).toEqual(keys);
  });
});
