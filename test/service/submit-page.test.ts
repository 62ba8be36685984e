import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { startService } from '../../src/service/serve';
import { words } from '../submission/fixtures';
import { freshDirectory, openedService, optionsFor, problemCode, problemIn } from './fixtures';
import { valueOf } from './tokens/fixtures';

const PAGE = '<!doctype html><title>Submit a row</title>';
const SCRIPT = 'submit.0123456789abcdef0123.js';

function builtPage(): string {
  const folder = join(freshDirectory(), 'page');
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'submit.html'), PAGE);
  writeFileSync(join(folder, SCRIPT), 'void 0;');
  writeFileSync(join(folder, 'submit.css'), 'body {}');
  writeFileSync(join(folder, 'content', 'en.0123456789abcdef0123.json'), '{}');
  writeFileSync(join(folder, '..', 'outside.txt'), 'secret');
  return folder;
}

it('is there where it was built, under a policy that lets it talk to its own service only', async () => {
  const service = await openedService({ submitPage: builtPage() });
  const { statusCode, headers, body } = await service.inject('/submit');
  expect([statusCode, body]).toEqual([200, PAGE]);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  const policy = String(headers['content-security-policy']);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy.split(';')).toContain(rule);
  }
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers['set-cookie']).toBeUndefined();
});

it.each([
  [`/submit/${SCRIPT}`, 'application/javascript; charset=utf-8', /immutable/],
  ['/submit/content/en.0123456789abcdef0123.json', 'application/json; charset=utf-8', /immutable/],
  ['/submit/submit.css', 'text/css; charset=utf-8', /^no-store$/],
])('serves %s, kept for ever only where its name says what is in it', async (url, type, cache) => {
  const service = await openedService({ submitPage: builtPage() });
  const { statusCode, headers } = await service.inject(url);
  expect([statusCode, headers['content-type']]).toEqual([200, type]);
  expect(headers['cache-control']).toMatch(cache);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it.each([
  '/submit/nothing.js',
  '/submit/content/',
  '/submit/..%2foutside.txt',
  '/submit/%2e%2e/outside.txt',
  '/submit/content/..%5c..%5coutside.txt',
])('has nothing at %s, and says so as everywhere', async (url) => {
  const service = await openedService({ submitPage: builtPage() });
  const response = await service.inject(url);
  expect(response.body).not.toContain('secret');
  expect([400, 403, 404]).toContain(response.statusCode);
  problemIn(response);
});

it('finds its files beside it under a prefix, and leads a last slash back', async () => {
  const running = valueOf(
    await startService({
      ...optionsFor(freshDirectory(), { submitPage: builtPage() }),
      host: '127.0.0.1',
      port: 0,
      prefix: '/benchmark',
    }),
  );
  try {
    expect((await fetch(`${running.url}/submit`)).status).toBe(200);
    expect((await fetch(`${running.url}/submit/${SCRIPT}`)).status).toBe(200);
    expect(await locationOf(`${running.url}/submit/`)).toEqual([308, '/benchmark/submit']);
  } finally {
    await running.close();
  }
});

it.each([
  ['no folder is named', undefined],
  ['the folder is not there', 'nowhere'],
])('says in words how to build it where %s', async (_, name) => {
  const folder = name === undefined ? {} : { submitPage: join(freshDirectory(), name) };
  const service = await openedService(folder);
  const response = await service.inject('/submit');
  expect([response.statusCode, problemCode(response)]).toEqual([404, 'no-submit-page']);
  expect(problemIn(response).detail).toContain('npm run build:submit-page');
  expect((await service.inject(`/submit/${SCRIPT}`)).statusCode).toBe(404);
});

it('is linked from the list of reports where it is there, and only there', async () => {
  const link = `<a href="submit">${words('handover.pageTitle')}</a>`;
  const having = await openedService({ submitPage: builtPage() });
  expect((await having.inject('/report')).body).toContain(link);
  expect((await (await openedService()).inject('/report')).body).not.toContain('submit');
});

/** Status and Location of an answer, without going there. */
function locationOf(url: string): Promise<[number | undefined, string | undefined]> {
  return new Promise((resolve, reject) => {
    request(url, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers.location]);
    })
      .on('error', reject)
      .end();
  });
}
