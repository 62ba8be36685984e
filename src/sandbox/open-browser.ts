import { spawn } from 'node:child_process';
import type { Words } from '../words/words';

/** Opens the user's browser where there is a screen; the address was printed already, so nothing is lost without. */
export function openBrowser(url: string, words: Words): void {
  const command = opener(process.platform, process.env);
  if (command === null) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { detached: true, stdio: 'ignore' });
  child.on('error', ({ message }) => console.log(words('sandbox.openYourself', { url, reason: message })));
  child.unref();
}

/** The system's way to open an address, or null where there is no display. */
function opener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined ? ['xdg-open'] : null;
}
