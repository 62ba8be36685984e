import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkRow } from '../../src/submission/check-row';
import { storeOver } from '../../src/service/store/store-over';
import { rowSchema } from '../../src/submission/row';
import { CYCLE, rubric, words } from '../submission/fixtures';
import { engineAt } from './fill-store';

/**
 * What the service is measured beside, in a process of its own as that: Node's server alone, which reads a row, checks
 * it by the same schema and rules, and keeps it by the same store. Waits for a line, serves the given directory and
 * prints its address.
 */
const [, , directory = ''] = process.argv;
await once(process.stdin, 'data');
process.stdin.destroy();
const store = storeOver(await engineAt({ directory }), [rubric]);
const rules = {
  rubrics: [rubric],
  cycle: { cycle: CYCLE, closes: '9999-12-31' },
  today: new Date().toISOString().slice(0, 10),
  words,
};
const server = createServer((request, response) => void accept(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);

async function accept(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts).toString();
  const parsed = rowSchema.safeParse(JSON.parse(bytes));
  if (!parsed.success || checkRow(parsed.data, rules) !== null) {
    response.writeHead(422).end();
    return;
  }
  const nullifier = String(request.headers['idempotency-key']).slice(1, -1);
  const rowHash = createHash('sha256').update(bytes).digest('hex');
  await store.insert({ nullifier, rowHash, owner: null, row: parsed.data }, null);
  response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ nullifier, rowHash }));
}
