import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { panePolicy, SANDBOX_POLICY } from '../../src/addin/content-security-policy';
import { servePages } from '../../src/addin/local/serve-pages';

let folder: string;
let app: FastifyInstance;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'pane/icons'), { recursive: true });
  mkdirSync(join(folder, 'grid'));
  writeFileSync(join(folder, 'secret.txt'), 'kept apart');
  writeFileSync(join(folder, 'pane/taskpane.html'), 'as built');
  writeFileSync(join(folder, 'pane/icons/icon-32.png'), 'icon');
  writeFileSync(join(folder, 'grid/grid.js'), 'grid');
  app = servePages(
    [
      { prefix: '/', folder: join(folder, 'pane'), policy: 'pane' },
      { prefix: '/sandbox/', folder: join(folder, 'grid'), policy: 'sandbox' },
    ],
    [{ path: '/taskpane.html', policy: 'made', html: async () => 'as made' }],
  );
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test('every folder is served under its prefix with its own policy', async () => {
  const icon = await app.inject('/icons/icon-32.png');
  const grid = await app.inject('/sandbox/grid.js');
  expect([icon.body, icon.headers['content-security-policy']]).toEqual(['icon', 'pane']);
  expect([grid.body, grid.headers['content-security-policy']]).toEqual(['grid', 'sandbox']);
});

test('a made page stands before the file of that name', async () => {
  const page = await app.inject('/taskpane.html');
  expect([page.body, page.headers['content-security-policy']]).toEqual(['as made', 'made']);
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
});

test('Excel may keep and frame what is served', async () => {
  for (const address of ['/icons/icon-32.png', '/taskpane.html']) {
    const { headers } = await app.inject(address);
    expect(headers['cache-control']).not.toMatch(/no-store|no-cache/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/sandbox/%2e%2e/pane/taskpane.html'])(
  'nothing outside a folder is served: %s',
  async (address) => {
    const { statusCode, body } = await app.inject(address);
    expect(body).not.toContain('kept apart');
    expect(statusCode).toBeGreaterThanOrEqual(400);
  },
);

describe('the policy', () => {
  const directive = (policy: string, name: string): string =>
    policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';

  test('of the pane in Excel names Microsoft’s script, the service and who may frame it', () => {
    const policy = panePolicy({ host: 'excel', benchmark: ['https://benchmark.example'] });
    expect(directive(policy, 'script-src')).toBe("script-src 'self' https://appsforoffice.microsoft.com");
    expect(directive(policy, 'connect-src')).toBe("connect-src 'self' https://benchmark.example");
    expect(directive(policy, 'frame-ancestors')).toContain('https://*.officeapps.live.com');
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*(?!\.)/);
  });

  test('of the pane in the sandbox names no other machine', () => {
    expect(panePolicy({ host: 'sandbox', benchmark: [] })).not.toContain('://');
  });

  test('of the sandbox lets nothing leave and nobody frame it', () => {
    expect(SANDBOX_POLICY).not.toContain('://');
    expect(directive(SANDBOX_POLICY, 'connect-src')).toBe("connect-src 'self'");
    expect(directive(SANDBOX_POLICY, 'frame-ancestors')).toBe("frame-ancestors 'none'");
  });
});
