import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Act } from './act';

/** Debian keeps python3-uno beside its own Python, whatever other Python is first in the path. */
const PYTHON = '/usr/bin/python3';

type Order =
  { readonly open: string } | { readonly save: string } | { readonly act: Act; readonly sheet: string };

/** One LibreOffice that does what it is told, an order at a time; false where it refuses an act. */
export function officeProcess() {
  const child = spawn(PYTHON, [join('test', 'oracles', 'libreoffice-acts.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    ask: async (order: Order): Promise<boolean> => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const answer = await answers.next();
      if (answer.done === true) throw new Error(`LibreOffice ended at ${JSON.stringify(order)}`);
      return (JSON.parse(answer.value) as { done: boolean }).done;
    },
    end: async (): Promise<void> => {
      child.stdin.end();
      await closed;
    },
  };
}
