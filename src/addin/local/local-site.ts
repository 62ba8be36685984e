import type { RequestListener, Server } from 'node:http';
import cycleFile from '../../../assets/cycle.json';
import { openService } from '../../service/open-service';
import { withService } from '../../service/with-service';
import { parseShippedCycle } from '../../submission/shipped-cycle';
import type { Result } from '../../words/result';
import { success } from '../../words/result';
import type { Words } from '../../words/words';
import { project } from './project';
import { type Mount, type Page, servePages } from './serve-pages';

export interface SiteOptions {
  readonly mounts: readonly Mount[];
  readonly pages: readonly Page[];
  /** Where the practice service keeps its rows. */
  readonly dataDir: string;
  readonly words: Words;
}

export interface LocalSite {
  readonly server: Server;
  /** Ends open connections and writes the store to its file. */
  close(): Promise<void>;
}

/**
 * Pages and the practice service, with the sample release, on one origin; not listening. `serverFor` makes the server,
 * HTTP or HTTPS. Fails as `openService` does.
 */
export async function localSite(
  { mounts, pages, dataDir, words }: SiteOptions,
  serverFor: (listener: RequestListener) => Server,
): Promise<Result<LocalSite>> {
  const { cycle, closes } = parseShippedCycle(cycleFile);
  const service = await openService({
    words,
    dataDir,
    rubricDir: project.path('rubric'),
    cycle: { cycle, closes, rubric: 'jsp' },
    mode: 'open',
    origins: [],
    sample: true,
  });
  if (!service.ok) return service;
  const files = servePages(mounts, pages);
  await files.ready();
  const server = serverFor(
    await withService(service.value, (request, response) => files.routing(request, response)),
  );
  return success({
    server,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await files.close();
      await service.value.close();
    },
  });
}
