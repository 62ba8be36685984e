import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICE_JS_ORIGIN, panePolicy, SANDBOX_POLICY } from '../addin/content-security-policy';
import { project } from '../addin/local/project';
import { servePages } from '../addin/local/serve-pages';
import { openService } from '../service/open-service';
import { withService } from '../service/with-service';
import type { Result } from '../words/result';
import { success } from '../words/result';
import type { Words } from '../words/words';
import openCycle from '../../assets/cycle.json';

export interface SandboxServer {
  /** Not listening yet. */
  readonly server: Server;
  /** Ends open connections and writes the store to its file. */
  close(): Promise<void>;
}

const PANE_POLICY = panePolicy({ host: 'sandbox', benchmark: [] });

/**
 * The sandbox on one origin: its page at `/`, the built pane as it ships, Microsoft's unmodified Office.js at `/office/`,
 * and the practice service with the sample release. `dataDir` keeps its rows.
 */
export async function sandboxServer(dataDir: string, words: Words): Promise<Result<SandboxServer>> {
  const service = openService({
    words,
    dataDir,
    rubricDir: project.path('rubric'),
    cycle: { ...openCycle, rubric: 'jsp' },
    origins: [],
    sample: true,
  });
  if (!service.ok) return service;
  const pages = servePages(
    [
      { prefix: '/', folder: project.builtPane, policy: PANE_POLICY },
      { prefix: '/sandbox/', folder: project.builtSandbox, policy: SANDBOX_POLICY },
      {
        prefix: '/office/',
        folder: project.path('node_modules/@microsoft/office-js/dist'),
        policy: PANE_POLICY,
      },
    ],
    [
      {
        path: '/',
        policy: SANDBOX_POLICY,
        html: () => readFile(join(project.builtSandbox, 'sandbox.html'), 'utf8'),
      },
      { path: '/taskpane.html', policy: PANE_POLICY, html: paneWithLocalOffice },
    ],
  );
  await pages.ready();
  const server = createServer(
    await withService(service.value, (request, response) => pages.routing(request, response)),
  );
  return success({
    server,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await pages.close();
      await service.value.close();
    },
  });
}

/**
 * The pane's page as built, but for one element: the sandbox needs no internet, so Office.js comes from this computer,
 * and before it the script by which the page around it becomes Excel.
 */
async function paneWithLocalOffice(): Promise<string> {
  const html = await readFile(join(project.builtPane, 'taskpane.html'), 'utf8');
  const hosted = `<script src="${OFFICE_JS_ORIGIN}/lib/1/hosted/office.js"></script>`;
  if (!html.includes(hosted)) throw new Error(`taskpane.html has no ${hosted}`);
  return html.replace(
    hosted,
    '<script src="/sandbox/attach.js"></script><script src="/office/office.js"></script>',
  );
}
