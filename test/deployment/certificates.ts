import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name that stands in the shipped files. */
export const BENCHMARK_HOST = 'benchmark.example';

export interface Certificates {
  /** Where the two files lie under the names that `nginx.conf` has for them. */
  readonly folder: string;
  /** Who signed: a client that trusts this file trusts the host. */
  readonly authority: string;
}

/** A certificate for the host by an authority made for this run, valid for two days. */
export function certificates(folder: string): Certificates {
  mkdirSync(folder, { recursive: true });
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=Authority of a test',
    '-days',
    '2',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
  );
  openssl('req', ...key, '-subj', `/CN=${BENCHMARK_HOST}`, '-keyout', 'privkey.pem', '-out', 'host.csr');
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${BENCHMARK_HOST}\n`);
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', '2'];
  openssl('x509', '-req', '-in', 'host.csr', ...signing, '-out', 'fullchain.pem');
  return { folder, authority: join(folder, 'ca.pem') };
}
