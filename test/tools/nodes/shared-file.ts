import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begun, done, nextLine, type UnderNode } from './under-node';

const ROWS = 100;

interface Kept {
  readonly next: number;
  readonly lost: number;
  readonly torn: number;
  readonly durable: boolean;
  readonly damage: readonly string[];
}

/** Two versions of Node with one store: rows that one wrote until it was killed are read by the other, each way; one keeps the other out. */
export async function sharedFile(one: UnderNode, other: UnderNode): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'jsp-nodes-'));
  try {
    const next = await writtenAndRead(directory, 1, one, other);
    await writtenAndRead(directory, next, other, one);
    await keptOut(directory, one, other);
    await keptOut(directory, other, one);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One keeps rows from the number `first` on and is killed; gives the number of the first row that is free. */
async function writtenAndRead(
  directory: string,
  first: number,
  writer: UnderNode,
  reader: UnderNode,
): Promise<number> {
  const writing = begun(writer, 'test/service/store/writing-child.ts', [directory, String(first)]);
  let last = 0;
  while (last < first + ROWS) last = Number(await nextLine(writing));
  await writing.end('SIGKILL');
  const script = ['--import', 'tsx', 'test/tools/kept-rows.ts', directory, String(last)];
  const kept = JSON.parse(await done(reader, 'node', script)) as Kept;
  const isWhole = kept.lost === 0 && kept.torn === 0 && kept.durable && kept.damage.length === 0;
  if (!isWhole) {
    const found = JSON.stringify(kept);
    throw new Error(`Node ${reader.version} of what Node ${writer.version} wrote to ${last}: ${found}`);
  }
  return kept.next;
}

async function keptOut(directory: string, holder: UnderNode, late: UnderNode): Promise<void> {
  const open = () => done(late, 'node', ['--import', 'tsx', 'test/service/store/open-once.ts', directory]);
  const holding = begun(holder, 'src/cli/benchmark.ts', [
    ...['serve', '--data', directory, '--port', '0', '--mode', 'open'],
  ]);
  let during: string;
  try {
    await nextLine(holding);
    during = await open();
  } finally {
    await holding.end('SIGKILL');
  }
  const after = await open();
  if (during !== 'store-in-use' || after !== 'opened') {
    throw new Error(
      `Node ${late.version} beside a service under ${holder.version}: ${during}, then ${after}`,
    );
  }
}
