import { localOptions } from '../../src/addin/local/options';
import { english as words } from '../load-words';

test('without options: port 3000, a build, a browser, rows in data', () => {
  const options = localOptions([], words);
  expect(options).toMatchObject({ ok: true, value: { port: 3000, open: true, build: true, mode: 'open' } });
  expect(options.ok && options.value.dataDir).toMatch(/[\\/]data$/);
});

test('every option is read', () => {
  expect(
    localOptions(['--no-open', '--port', '4000', '--no-build', '--data', 'x', '--mode', 'blind'], words),
  ).toEqual({
    ok: true,
    value: { port: 4000, open: false, build: false, dataDir: 'x', mode: 'blind' },
  });
});

test.each([
  [['--port', '0'], '"0" is not a port'],
  [['--port', '65536'], '"65536" is not a port'],
  [['--port', '3000x'], '"3000x" is not a port'],
  [['--port'], '"" is not a port'],
  [['--mode', 'closed'], '"closed" is not a mode'],
  [['--mode'], '"" is not a mode'],
  [['--no-opne'], '--no-opne is not known'],
  [['3000'], '3000 is not known'],
])('%j is refused: %s', (args, reason) => {
  const options = localOptions(args, words);
  expect(!options.ok && options.failure.message).toContain(reason);
});
