import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { PreparedRow } from './prepared-rows';

const CONNECTIONS = 16;

export interface RowServer {
  /** Sends rows over connections that stay open, each as soon as the one before is answered; throws unless all are taken. */
  take(rows: readonly PreparedRow[]): Promise<void>;
  stop(): Promise<void>;
}

/** A server of rows in a process of its own: a program that waits for a line, serves a directory, prints its address. */
export async function startRowServer(program: string, directory: string): Promise<RowServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  child.stdin.write('start\n');
  const [url] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), closed])) as [
    unknown,
  ];
  if (typeof url !== 'string') throw new Error(`${program} ended before it was ready: ${String(url)}`);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  return {
    async take(rows) {
      const waiting = rows[Symbol.iterator]();
      const oneAfterTheOther = async () => {
        for (const row of waiting) await post(`${url}/v1/submissions`, row, agent);
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, oneAfterTheOther));
    },
    async stop() {
      agent.destroy();
      child.kill('SIGTERM');
      await closed;
    },
  };
}

async function post(url: string, { nullifier, bytes }: PreparedRow, agent: Agent): Promise<void> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': `"${nullifier}"` };
  const status = await new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sent.once('error', reject).end(bytes);
  });
  if (status !== 201) throw new Error(`A row was answered with ${String(status)}`);
}
