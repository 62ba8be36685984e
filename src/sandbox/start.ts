import { buildLocal } from '../addin/local/build-local';
import { listenLocally, onEnd } from '../addin/local/listen';
import { localOptions } from '../addin/local/options';
import { terminalWords } from '../addin/local/project';
import { LOCAL_ORIGIN } from '../addin/origins';
import { openBrowser } from './open-browser';
import { sandboxServer } from './sandbox-server';

/** `npm start`: builds, serves the sandbox and the practice service on one port, prints where, and opens it. */
async function start(): Promise<void> {
  const words = await terminalWords(process.env);
  const options = localOptions(process.argv.slice(2), words);
  if (!options.ok) return stop(options.failure.message);
  const { port, build, dataDir, open } = options.value;
  if (build) {
    console.log(words('sandbox.building'));
    const built = await buildLocal(LOCAL_ORIGIN, words);
    if (!built.ok) return stop(built.failure.message);
  }
  const sandbox = await sandboxServer(dataDir, words);
  if (!sandbox.ok) return stop(sandbox.failure.message);
  const listening = await listenLocally(sandbox.value.server, port, words);
  if (!listening.ok) {
    await sandbox.value.close();
    return stop(listening.failure.message);
  }
  onEnd(() => sandbox.value.close());
  const url = `http://localhost:${port}/`;
  console.log(words('sandbox.ready', { url }));
  if (open) openBrowser(url, words);
}

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await start();
