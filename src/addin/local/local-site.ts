import type { RequestListener, Server } from 'node:http';
import cycleFile from '../../../assets/cycle.json';
import { openService } from '../../service/open-service';
import type { Mode } from '../../service/service-parts';
import { withService } from '../../service/with-service';
import { parseShippedCycle } from '../../submission/shipped-cycle';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import { practiceCode } from './practice-code';
import { project } from './project';
import { type Mount, type Page, servePages } from './serve-pages';

export interface SiteOptions {
  readonly mounts: readonly Mount[];
  readonly pages: readonly Page[];
  /** Where the practice service keeps its rows. */
  readonly dataDir: string;
  /** Who may submit to it. */
  readonly mode: Mode;
  readonly words: Words;
}

export interface LocalSite {
  readonly server: Server;
  /** A new member code to try the service with; null where it asks for none. */
  readonly memberCode: string | null;
  /** Ends open connections and writes the store to its file. */
  close(): Promise<void>;
}

/**
 * Pages and the practice service, with the sample release, on one origin; not listening. `serverFor` makes the server,
 * HTTP or HTTPS. Fails as `openService` and `practiceCode` do.
 */
export async function localSite(
  { mounts, pages, dataDir, mode, words }: SiteOptions,
  serverFor: (listener: RequestListener) => Server,
): Promise<Result<LocalSite>> {
  const { cycle, closes } = parseShippedCycle(cycleFile);
  const code = mode === 'open' ? success(null) : await practiceCode(dataDir, cycle, words);
  if (!code.ok) return code;
  const service = await openService({
    words,
    dataDir,
    rubricDir: project.path('rubric'),
    cycle: { cycle, closes, rubric: 'jsp' },
    mode,
    origins: [],
    sample: true,
    submitPage: project.builtSubmitPage,
  });
  if (!service.ok) return service;
  const files = servePages(mounts, pages);
  await files.ready();
  const server = serverFor(
    await withService(service.value, (request, response) => files.routing(request, response)),
  );
  return success({
    server,
    memberCode: code.value,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await files.close();
      await service.value.close();
    },
  });
}
