import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import type { Asked } from './asked';

/** Parts of the tests that need programs which npm does not bring, and the modules through which tests reach them. */
export const DOORS = {
  browsers: ['test/e2e/chromium.ts', 'test/e2e/extension-browser.ts', 'test/e2e/firefox.ts'],
  office: ['test/oracles/libreoffice.ts', 'test/oracles/python.ts'],
  database: ['test/service/store/postgres-server.ts'],
  deployment: ['test/deployment/nginx.ts', 'test/deployment/unit.deep.test.ts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Part = keyof typeof DOORS;
export const PARTS = Object.keys(DOORS) as Part[];

export interface Tool {
  readonly part: Part;
  /** Debian's names. */
  readonly packages: string;
  readonly isThere: () => boolean;
}

/** Debian keeps the LibreOffice bindings with its own Python, whatever `python3` is on the path. */
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const works = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const onPath = (...names: readonly string[]): boolean =>
  names.some((name) => works('sh', '-c', `command -v ${name}`));
const inPython = (name: string): boolean => works(PYTHON, '-c', `import ${name}`);

/** Debian keeps the server's programs off the path. */
function hasPostgres(): boolean {
  if (onPath('initdb') && onPath('postgres')) return true;
  const folder = '/usr/lib/postgresql';
  return (
    existsSync(folder) &&
    readdirSync(folder).some((version) => existsSync(`${folder}/${version}/bin/postgres`))
  );
}

/** What the tests use beside npm's packages. */
export const TOOLS: readonly Tool[] = [
  {
    part: 'browsers',
    packages: 'chromium',
    isThere: () => onPath('chromium', 'chromium-browser', 'google-chrome'),
  },
  { part: 'browsers', packages: 'firefox-esr', isThere: () => onPath('firefox-esr', 'firefox') },
  { part: 'browsers', packages: 'poppler-utils', isThere: () => onPath('pdfinfo') },
  // What Arial and Segoe UI are to Linux: the layout is measured in it.
  {
    part: 'browsers',
    packages: 'fontconfig fonts-liberation',
    isThere: () => works('sh', '-c', 'fc-list | grep -q "Liberation Sans"'),
  },
  { part: 'office', packages: 'libreoffice-calc', isThere: () => onPath('soffice') },
  { part: 'office', packages: 'python3-uno', isThere: () => inPython('uno') },
  { part: 'office', packages: 'python3-openpyxl', isThere: () => inPython('openpyxl') },
  // openpyxl keeps a team's pictures by it.
  { part: 'office', packages: 'python3-pil', isThere: () => inPython('PIL') },
  { part: 'database', packages: 'postgresql', isThere: hasPostgres },
  { part: 'deployment', packages: 'nginx-light', isThere: () => existsSync('/usr/sbin/nginx') },
  {
    part: 'deployment',
    packages: 'libnginx-mod-stream',
    isThere: () => existsSync('/usr/lib/nginx/modules/ngx_stream_module.so'),
  },
  { part: 'deployment', packages: 'openssl', isThere: () => onPath('openssl') },
  { part: 'deployment', packages: 'systemd', isThere: () => onPath('systemd-analyze') },
  { part: 'deployment', packages: 'strace', isThere: () => onPath('strace') },
];

const missingTools = (parts: readonly Part[]): readonly Tool[] =>
  TOOLS.filter(({ part, isThere }) => parts.includes(part) && !isThere());

const packagesOf = (tools: readonly Tool[]): string => tools.map(({ packages }) => packages).join(' ');

/**
 * Sees to it that the programs of a run are there, by apt-get where this user may. `log` is where apt-get's output goes.
 * Gives the sentence that says what to do where one cannot be had, null where all are there.
 */
export function provideTools({ deep, without }: Asked, log: string): string | null {
  const parts = PARTS.filter((part) => !without.includes(part) && (deep || part !== 'deployment'));
  const missing = missingTools(parts);
  if (missing.length === 0) return null;
  console.error(`Installing with apt-get: ${packagesOf(missing)}`);
  const installed = install(packagesOf(missing), log);
  const left = missingTools(parts);
  if (left.length === 0) return null;
  const lacking = [...new Set([...without, ...left.map(({ part }) => part)])];
  const less = lacking.map((part) => `--without-${part}`).join(' ');
  return (
    `these packages (Debian's names) are missing: ${packagesOf(left)}. ` +
    `${installed ? `apt-get could not install them: see ${log}. ` : ''}Install them and try again, or run what needs ` +
    `none of them: npm ${deep ? 'run test:deep' : 'test'} -- ${less}`
  );
}

/** Installs Debian packages where this user may; whether apt-get was asked. */
function install(packages: string, log: string): boolean {
  const root = process.getuid?.() === 0 ? '' : 'sudo -n ';
  if (!onPath('apt-get') || !works('sh', '-c', `${root}true`)) return false;
  const get = `${root}env DEBIAN_FRONTEND=noninteractive apt-get`;
  const script = `{ ${get} update && ${get} install -y --no-install-recommends ${packages}; } >${log} 2>&1`;
  works('sh', '-c', script);
  return true;
}
