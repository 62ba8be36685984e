import { createServer } from 'node:https';
import type { Mode } from '../../service/service-parts';
import type { Result } from '../../words/result';
import type { Words } from '../../words/words';
import { panePolicy } from '../content-security-policy';
import type { Certificate } from './certificates';
import { localSite, type LocalSite } from './local-site';
import { project } from './project';

/** The built pane as it ships, over HTTPS, for an Excel that trusts the certificate. */
export function sideloadSite(
  certificate: Certificate,
  dataDir: string,
  mode: Mode,
  words: Words,
): Promise<Result<LocalSite>> {
  const policy = panePolicy({ host: 'excel', benchmark: [] });
  const mounts = [{ prefix: '/', folder: project.builtPane, policy }];
  return localSite({ mounts, pages: [], dataDir, mode, words }, (listener) =>
    createServer(certificate, listener),
  );
}
