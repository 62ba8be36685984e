import { buildLocal } from '../addin/local/build-local';
import { listenLocally, onEnd } from '../addin/local/listen';
import { localOptions } from '../addin/local/options';
import { terminalWords } from '../addin/local/project';
import { LOCAL_ORIGIN } from '../addin/origins';
import { sqliteAtHand } from '../service/store/sqlite-driver';
import type { Result } from '../words/result';
import { success } from '../words/result';
import type { Words } from '../words/words';
import { openBrowser } from './open-browser';
import { sandboxSite } from './sandbox-site';

/** Builds, serves the sandbox and the practice service on one port, prints where, and opens it. */
async function start(args: readonly string[], words: Words): Promise<Result<void>> {
  const options = localOptions(args, words);
  if (!options.ok) return options;
  // Said before the build, which takes a while: without SQLite there is no practice service.
  const sqlite = sqliteAtHand(words);
  if (!sqlite.ok) return sqlite;
  const { port, build, dataDir, mode, open } = options.value;
  if (build) {
    console.log(words('sandbox.building'));
    const built = await buildLocal(LOCAL_ORIGIN, words);
    if (!built.ok) return built;
  }
  const sandbox = await sandboxSite(dataDir, mode, words);
  if (!sandbox.ok) return sandbox;
  const { server, memberCode, close } = sandbox.value;
  const listening = await listenLocally(server, port, words);
  if (!listening.ok) {
    await close();
    return listening;
  }
  onEnd(close);
  const url = `http://localhost:${port}/`;
  console.log(words('sandbox.ready'));
  // On a line of its own: other programs wait for it.
  console.log(url);
  if (memberCode !== null) console.log(words('sandbox.memberCode', { code: memberCode }));
  if (open) openBrowser(url, words);
  return success(undefined);
}

const started = await start(process.argv.slice(2), await terminalWords(process.env));
if (!started.ok) {
  console.error(started.failure.message);
  process.exitCode = 1;
}
