import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { panePolicy, SANDBOX_POLICY } from '../../src/addin/content-security-policy';
import { project } from '../../src/addin/local/project';
import { servePages } from '../../src/addin/local/serve-pages';
import { OFFICE_JS } from '../../src/addin/office-js';

const PANE_POLICY = panePolicy({ host: 'sandbox', benchmark: [] });
/** As the build leaves it, with or without quotes. */
const HOSTED = new RegExp(`<script src="?${OFFICE_JS}"?></script>`);
const LOCAL = '<script src="/sandbox/attach.js"></script><script src="/office/office.js"></script>';

export interface ServedPane {
  /** Of the sandbox's page, which has the pane in a frame. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The sandbox around a pane that was built for production into a folder: the same servers, headers and host as
 * `npm start`, without the practice service. Takes the sandbox's own page as it was built last.
 */
export async function serveProductionPane(folder: string): Promise<ServedPane> {
  const text = (path: string) => readFile(path, 'utf8');
  const app = servePages(
    [
      { prefix: '/', folder: resolve(folder), policy: PANE_POLICY },
      { prefix: '/sandbox/', folder: project.builtSandbox, policy: SANDBOX_POLICY },
      {
        prefix: '/office/',
        folder: project.path('node_modules/@microsoft/office-js/dist'),
        policy: PANE_POLICY,
      },
    ],
    [
      { path: '/', policy: SANDBOX_POLICY, html: () => text(join(project.builtSandbox, 'sandbox.html')) },
      {
        path: '/taskpane.html',
        policy: PANE_POLICY,
        html: async () => withLocalOffice(await text(join(folder, 'taskpane.html'))),
      },
    ],
  );
  await app.ready();
  const { server } = app;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => app.close(),
  };
}

function withLocalOffice(html: string): string {
  if (!HOSTED.test(html)) throw new Error(`taskpane.html does not load Office.js from ${OFFICE_JS}`);
  return html.replace(HOSTED, LOCAL);
}
