import { jsonLines } from '../../src/service/log';
import { startService } from '../../src/service/serve';
import { keyOf, sha256, someRow } from '../submission/fixtures';
import { canonicalJson } from '../../src/submission/canonical';
import { freshDirectory, optionsFor } from './fixtures';
import { valueOf } from './tokens/fixtures';

function written() {
  const lines: string[] = [];
  const log = jsonLines((line) => lines.push(line));
  return { log, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

it('is one line of JSON for the start and one for the stop, and none for what is asked between', async () => {
  const { log, lines, parsed } = written();
  const service = valueOf(
    await startService({ ...optionsFor(freshDirectory()), host: '127.0.0.1', port: 0, log }),
  );
  const headers = { 'content-type': 'application/json', 'idempotency-key': `"${keyOf(1)}"` };
  for (const body of [canonicalJson(someRow(1)), canonicalJson(someRow(2)), 'rubbish']) {
    await fetch(`${service.url}/v1/submissions`, { method: 'POST', headers, body });
  }
  await fetch(`${service.url}/v1/cycle`);
  await service.close();
  expect(parsed()).toEqual([{ event: 'start', url: service.url, mode: 'open' }, { event: 'stop' }]);
  expect(lines.every((line) => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
});

it('names a fault by its kind and place, on one line, without keys, hashes, secrets or tokens in it', () => {
  const { log, lines, parsed } = written();
  const secrets = [keyOf('n'), sha256('row').toString('hex'), 'A'.repeat(472), `${keyOf('s')}=`];
  for (const secret of secrets) {
    const error = Object.assign(new RangeError(`value "${secret}" is out of range\nat ${secret}`), {
      code: '22003',
      detail: `Key (nullifier)=(${secret}) exists`,
      parameters: [secret],
    });
    log({ event: 'fault', error });
  }
  const [first] = parsed();
  expect(first).toMatchObject({ event: 'fault', name: 'RangeError', code: '22003' });
  expect(first?.['message']).toContain('is out of range');
  expect(first?.['at']).toEqual(expect.arrayContaining([expect.stringContaining('log.test')]));
  for (const secret of secrets) expect(lines.join('')).not.toContain(secret);
  expect(lines.every((line) => line.split('\n').length === 2)).toBe(true);
});

it('takes whatever was thrown', () => {
  const { log, parsed } = written();
  for (const error of [undefined, null, 'text', 7, {}, [], new Error('')]) log({ event: 'fault', error });
  expect(parsed().map(({ event, message }) => [event, message])).toEqual([
    ['fault', ''],
    ['fault', ''],
    ['fault', 'text'],
    ['fault', '7'],
    ['fault', ''],
    ['fault', ''],
    ['fault', ''],
  ]);
});

it('bears no time: a file of ours shall not tell when somebody sent a row', () => {
  const { log, lines } = written();
  log({ event: 'fault', error: new Error('disk') });
  log({ event: 'start', url: 'http://127.0.0.1:1', mode: 'open' });
  expect(lines.join('')).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{2}:\d{2}:\d{2}|\d{13}/);
});
