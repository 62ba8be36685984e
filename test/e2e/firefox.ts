import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectMarionette, type Marionette } from './marionette';

/** A Firefox without a window that belongs to one test. */
export interface Firefox extends Marionette {
  /** Where its downloads go. */
  readonly downloads: string;
  /** Runs a script in the browser's own window, with all that the browser itself may do; gives what it returns. */
  inWindow(script: string, ...values: readonly unknown[]): Promise<unknown>;
  quit(): Promise<void>;
}

/** Where the machine's own Firefox is; `npm test` has seen to it that there is one. */
function firefoxPath(): string {
  const find = 'command -v firefox-esr || command -v firefox';
  return execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim();
}

/** Settings with which Firefox does nothing that nobody asked for, and has the tests' sites for an internet. */
const settings = (proxy: URL, downloads: string): Readonly<Record<string, unknown>> => ({
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.download.dir': downloads,
  'browser.download.folderList': 2,
  'browser.download.always_ask_before_handling_new_types': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': proxy.hostname,
  'network.proxy.http_port': Number(proxy.port),
  'network.proxy.ssl': proxy.hostname,
  'network.proxy.ssl_port': Number(proxy.port),
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
});

const SETTLES_WITHIN_MS = 20_000;

/** Starts it with a profile of its own. `proxy` is an address such as http://127.0.0.1:3128. */
export async function launchFirefox(proxy: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const downloads = mkdtempSync(join(tmpdir(), 'downloads-'));
  const lines = Object.entries(settings(new URL(proxy), downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote'];
  const child = spawn(firefoxPath(), [...args, '--profile', profile], { stdio: ['ignore', 'pipe', 'pipe'] });
  const marionette = await connectMarionette(await portOf(child, profile));
  const { send } = marionette;
  await send('WebDriver:NewSession');
  const timeouts = { implicit: SETTLES_WITHIN_MS, script: SETTLES_WITHIN_MS, pageLoad: SETTLES_WITHIN_MS };
  await send('WebDriver:SetTimeouts', timeouts);
  return {
    ...marionette,
    downloads,
    async inWindow(script, ...values) {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        const body = `return (async (...values) => {${script}})(...arguments)`;
        const { value } = (await send('WebDriver:ExecuteScript', { script: body, args: values })) as {
          readonly value: unknown;
        };
        return value;
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    },
    async quit() {
      const ended = once(child, 'close');
      child.kill();
      await ended;
      marionette.close();
      for (const folder of [profile, downloads]) rmSync(folder, { recursive: true });
    },
  };
}

/** The port it listens on, which it writes into its profile and then says so. */
function portOf(child: ChildProcess, profile: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const file = join(profile, 'MarionetteActivePort');
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (/Listening on port/.test(printed) && existsSync(file)) resolve(Number(readFileSync(file, 'utf8')));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`Firefox ended with ${String(code)}:\n${printed}`)));
  });
}
