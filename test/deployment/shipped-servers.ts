import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCHMARK_HOST, type Certificates } from './certificates';
import { framed, freePorts, type Nginx, nginx } from './nginx';
import { shippedFile, type Substitution } from './shipped-file';

export interface ShippedProxy extends Nginx {
  /** In place of 443 and of 80. */
  readonly port: number;
  readonly redirectPort: number;
}

/** A port of the shipped file, on this machine only; a machine may have no IPv6, so a socket stands for that line. */
const listening = (folder: string, shipped: number, port: number, times = 1): Substitution[] => [
  [`listen ${shipped}`, `listen 127.0.0.1:${port}`, times],
  [`listen [::]:${shipped}`, `listen unix:${join(folder, `${shipped}.socket`)}`, times],
];

/** nginx with the shipped `nginx.conf` before a service on a port; `also` may change more of it. */
export async function shippedProxy(
  folder: string,
  { folder: tls }: Certificates,
  upstream: number,
  also: readonly Substitution[] = [],
): Promise<ShippedProxy> {
  mkdirSync(folder);
  const [port = 0, redirectPort = 0] = await freePorts(2);
  const site = shippedFile('nginx.conf', [
    ...listening(folder, 443, port, 2),
    ...listening(folder, 80, redirectPort),
    ['/etc/ssl/jsp-benchmark/', `${tls}/`, 2],
    ['/var/log/nginx/', 'logs/', 3],
    ['http://127.0.0.1:8787;', `http://127.0.0.1:${upstream};`],
    ...also,
  ]);
  return { ...(await nginx(folder, framed(folder, site), port)), port, redirectPort };
}

/** nginx with the shipped `relay.conf` before a proxy on a port. */
export async function shippedRelay(
  folder: string,
  origin: number,
  also: readonly Substitution[] = [],
): Promise<Nginx & { readonly port: number }> {
  mkdirSync(folder);
  const [port = 0] = await freePorts(1);
  const configuration = shippedFile('relay.conf', [
    ...listening(folder, 443, port),
    [`origin.${BENCHMARK_HOST}:443`, `127.0.0.1:${origin}`],
    ...also,
  ]);
  return { ...(await nginx(folder, configuration, port)), port };
}

/** Every file under a folder in which the text stands, but for those that configure what runs there. */
export const filesNaming = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'nginx.conf')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
    .map((file) => file.slice(folder.length + 1));
