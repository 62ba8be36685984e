import { allColumns } from '../../../src/service/store/columns';
import { migrate } from '../../../src/service/store/migrate';
import { storeOver } from '../../../src/service/store/store-over';
import { rubric } from '../../submission/fixtures';
import { storeContract } from './contract';
import { type Pglite, startPglite } from './pglite-engine';

jest.setTimeout(60_000);

describe('a store on PGlite, to check the dialect', () => {
  let server: Pglite | undefined;
  beforeAll(() => void (server = startPglite()));
  afterAll(() => server?.stop());
  storeContract(async () => {
    if (!server) throw new Error('PGlite has not started');
    const engine = await server.emptied();
    await migrate(engine, allColumns([rubric]));
    const store = storeOver(engine, [rubric]);
    return { first: store, second: store, engine };
  });
});
