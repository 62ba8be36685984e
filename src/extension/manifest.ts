import { EXTENSION_POLICY } from './content-security-policy';

/** The two packages: Edge takes the one for Chrome. */
export type Browser = 'chrome' | 'firefox';

export interface ManifestSettings {
  /** `version` of package.json: up to four numbers. */
  readonly version: string;
  /** Origins of the panes that may pull evidence, such as https://addin.example; Chrome only. */
  readonly addinOrigins: readonly string[];
  /** A public key (base64 SPKI) that pins the id of a build for this computer; the stores give their own. */
  readonly key?: string;
}

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]));
const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];

/**
 * manifest.json (Manifest V3) of one browser. It asks for no host: what a page shows is read only in the tab, and at the
 * moment, that the user points at (activeTab). Names come from `_locales`.
 */
export function extensionManifest(
  browser: Browser,
  settings: ManifestSettings,
): Readonly<Record<string, unknown>> {
  const shared = {
    manifest_version: 3,
    name: '__MSG_name__',
    description: '__MSG_about__',
    version: settings.version,
    default_locale: 'en',
    icons: ICONS,
    // What is seen in a private window must not be kept (add-on policies of Mozilla, 6.3.2).
    incognito: 'not_allowed',
    action: { default_title: '__MSG_capture__', default_icon: ICONS },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+E' } } },
    content_security_policy: { extension_pages: EXTENSION_POLICY },
  };
  return { ...shared, ...(browser === 'chrome' ? chromePart(settings) : FIREFOX_PART) };
}

const chromePart = ({ addinOrigins, key }: ManifestSettings) => ({
  ...(key === undefined ? {} : { key }),
  minimum_chrome_version: '120',
  permissions: [...PERMISSIONS, 'sidePanel'],
  background: { service_worker: 'worker.js' },
  side_panel: { default_path: 'panel.html' },
  ...(addinOrigins.length === 0
    ? {}
    : { externally_connectable: { ids: [], matches: addinOrigins.map((origin) => `${origin}/*`) } }),
});

const FIREFOX_PART = {
  permissions: PERMISSIONS,
  background: { scripts: ['worker.js'] },
  sidebar_action: {
    default_panel: 'panel.html',
    default_title: '__MSG_name__',
    default_icon: ICONS,
    open_at_install: false,
  },
  browser_specific_settings: {
    gecko: {
      id: 'evidence@jsp-maturity-benchmark.example',
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};
