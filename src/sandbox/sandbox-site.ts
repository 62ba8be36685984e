import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { panePolicy, SANDBOX_POLICY } from '../addin/content-security-policy';
import { localSite, type LocalSite } from '../addin/local/local-site';
import { project } from '../addin/local/project';
import { OFFICE_JS } from '../addin/office-js';
import type { Mode } from '../service/service-parts';
import type { Result } from '../words/result';
import type { Words } from '../words/words';

const PANE_POLICY = panePolicy({ host: 'sandbox', benchmark: [] });
const OFFICE_JS_FOLDER = project.path('node_modules/@microsoft/office-js/dist');

/** The sandbox's page at `/`, the built pane as it ships, and Microsoft's unmodified Office.js at `/office/`. */
export function sandboxSite(dataDir: string, mode: Mode, words: Words): Promise<Result<LocalSite>> {
  const sandboxPage = () => readFile(join(project.builtSandbox, 'sandbox.html'), 'utf8');
  const mounts = [
    { prefix: '/', folder: project.builtPane, policy: PANE_POLICY },
    { prefix: '/sandbox/', folder: project.builtSandbox, policy: SANDBOX_POLICY },
    { prefix: '/office/', folder: OFFICE_JS_FOLDER, policy: PANE_POLICY },
  ];
  const pages = [
    { path: '/', policy: SANDBOX_POLICY, html: sandboxPage },
    { path: '/taskpane.html', policy: PANE_POLICY, html: paneWithLocalOffice },
  ];
  return localSite({ mounts, pages, dataDir, mode, words }, (listener) => createServer(listener));
}

/**
 * The pane's page as built, but for one element: the sandbox needs no internet, so Office.js comes from this computer,
 * and before it the script by which the page around it becomes Excel.
 */
async function paneWithLocalOffice(): Promise<string> {
  const html = await readFile(join(project.builtPane, 'taskpane.html'), 'utf8');
  const hosted = `<script src="${OFFICE_JS}"></script>`;
  if (!html.includes(hosted)) throw new Error(`taskpane.html has no ${hosted}`);
  return html.replace(
    hosted,
    '<script src="/sandbox/attach.js"></script><script src="/office/office.js"></script>',
  );
}
