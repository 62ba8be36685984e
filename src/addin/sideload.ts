import { join } from 'node:path';
import type { Result } from '../words/result';
import { success } from '../words/result';
import type { Words } from '../words/words';
import { buildLocal } from './local/build-local';
import { trustedCertificate } from './local/certificates';
import { listenLocally, onEnd } from './local/listen';
import { localOptions } from './local/options';
import { project, terminalWords } from './local/project';
import { sideloadSite } from './local/sideload-site';

/** Builds and serves the pane over HTTPS with a manifest for this computer, and prints how to bring it into Excel. */
async function sideload(args: readonly string[], words: Words): Promise<Result<void>> {
  const options = localOptions(args, words);
  if (!options.ok) return options;
  const { port, build, dataDir, mode } = options.value;
  const origin = `https://localhost:${port}`;
  const certificate = await trustedCertificate(words);
  if (!certificate.ok) return certificate;
  if (build) {
    console.log(words('sandbox.building'));
    const built = await buildLocal(origin, words);
    if (!built.ok) return built;
  }
  const site = await sideloadSite(certificate.value, dataDir, mode, words);
  if (!site.ok) return site;
  const listening = await listenLocally(site.value.server, port, words);
  if (!listening.ok) {
    await site.value.close();
    return listening;
  }
  onEnd(() => site.value.close());
  const manifest = join(project.builtPane, 'manifest.xml');
  console.log(words('addin.sideloadReady', { url: `${origin}/taskpane.html`, manifest }));
  const { memberCode } = site.value;
  if (memberCode !== null) console.log(`\n${words('sandbox.memberCode', { code: memberCode })}`);
  for (const step of ['addin.sideloadWeb', 'addin.sideloadWindows', 'addin.sideloadMac'] as const) {
    console.log(`\n${words(step, { manifest })}`);
  }
  console.log(`\n${words('addin.sideloadEnd')}`);
  return success(undefined);
}

const loaded = await sideload(process.argv.slice(2), await terminalWords(process.env));
if (!loaded.ok) {
  console.error(loaded.failure.message);
  process.exitCode = 1;
}
