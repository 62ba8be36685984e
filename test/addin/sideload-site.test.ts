import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs/lib/generate';
import type { LocalSite } from '../../src/addin/local/local-site';
import { sideloadSite } from '../../src/addin/local/sideload-site';
import { english as words } from '../load-words';

let folder: string;
let site: LocalSite;
let authority: Buffer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sideload-'));
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  await generateCertificates(ca, cert, key, 1);
  authority = readFileSync(ca!);
  const certificate = { cert: readFileSync(cert!), key: readFileSync(key!) };
  const made = await sideloadSite(certificate, join(folder, 'data'), 'code', words);
  if (!made.ok) throw new Error(made.failure.message);
  site = made.value;
  site.server.listen({ host: '127.0.0.1', port: 0 });
  await once(site.server, 'listening');
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test('the practice service answers over HTTPS, on the origin of the pane', async () => {
  const { port } = site.server.address() as AddressInfo;
  const status = await new Promise((resolve, reject) => {
    const asked = request(
      { host: 'localhost', port, path: '/v1/cycle', ca: authority, family: 4 },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(200);
});

test('a service that asks for codes comes with one', () => {
  expect(site.memberCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
});
