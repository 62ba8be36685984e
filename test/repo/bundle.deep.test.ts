import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE_JS } from '../../src/addin/office-js';
import { runBuild } from './production-build';

jest.setTimeout(180_000);

test('a build for another cloud takes Office.js from there, and names the world’s address nowhere', () => {
  const there = 'https://appsforoffice.gcch.cdn.office.net/appsforoffice/lib/1/hosted/office.js';
  const out = mkdtempSync(join(tmpdir(), 'jsp-build-'));
  try {
    const origins = { ADDIN_ORIGIN: 'https://addin.example', BENCHMARK_ORIGIN: 'https://benchmark.example' };
    const { status, printed } = runBuild(['--env', `out=${out}`], { ...origins, OFFICE_JS: there });
    expect([status, status === 0 ? '' : printed]).toEqual([0, '']);
    const built = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(js|html|css|xml|json)$/.test(path),
    );
    const contents = built.map((path) => readFileSync(join(out, path), 'utf8'));
    expect(contents.filter((text) => text.includes(new URL(OFFICE_JS).hostname))).toEqual([]);
    expect(contents.filter((text) => text.includes(there))).toHaveLength(1);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});
