import { paneOverFile } from '../../../src/extension/panel/pane-over-file';
import type { PaneProps } from '../../../src/pane/ports';
import { startingBenchmark } from '../../../src/rubric/starting-benchmark';
import { NO_PINS } from '../../../src/submission/shipped-cycle';
import type { OpenFile } from '../../../src/workbook/file-port';
import { newWorkbook } from '../../../src/xlsx/new-workbook';
import { success } from '../../../src/words/result';
import { jsp } from '../../load-rubric';
import { english as words } from '../../load-words';
import { published, vocabulary } from '../../oracles/design';

const NO_ANSWERS = { rows: [], profile: { organization: null, size: null, detail: null }, evidence: [] };
const making = { rubric: jsp, words, vocabulary, published, cycle: '2026' };
const blank = newWorkbook({ ...making, benchmark: startingBenchmark(published), answers: NO_ANSWERS });

/** A file in memory that others may change, too. */
function fileOf(bytes: Uint8Array): OpenFile & { put: (bytes: Uint8Array) => void } {
  let held = { bytes, stamp: '1' };
  const put = (next: Uint8Array) => (held = { bytes: next, stamp: String(Number(held.stamp) + 1) });
  return {
    name: 'team.xlsx',
    kind: 'file',
    put,
    read: async () => success(held),
    write: async (next) => success(put(next).stamp),
  };
}

const handOver = {
  cycle: '2026',
  closes: '2026-12-31',
  page: null,
  copy: async () => success(undefined),
  save: async () => success(undefined),
};

function panel() {
  let comeBack: () => void = () => undefined;
  const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
  const paneOver = paneOverFile({
    ...making,
    endpoint: '',
    handOver,
    onReturn: (look) => (comeBack = look),
    clock: () => '2026-11-24',
    random: (count) => new Uint8Array(count),
    digest,
    sha384: digest,
    verify: async () => true,
    pins: NO_PINS,
    theme: 'light',
  });
  return { paneOver, comeBack: () => comeBack() };
}

async function opened(file: OpenFile, { paneOver } = panel()): Promise<PaneProps> {
  const pane = await paneOver(file);
  if (!pane.ok) throw new Error(pane.failure.message);
  return pane.value.pane;
}

it('gives the pane the file as its workbook, and the way to hand a row over', async () => {
  const pane = await opened(fileOf(blank));
  expect(await pane.workbook.inspect()).toMatchObject({ ok: true, value: { kind: 'found' } });
  expect(pane.handOver).toBe(handOver);
});

it('gives it a benchmark that connects to nothing', async () => {
  const { benchmark } = await opened(fileOf(blank));
  expect(await benchmark.cycle()).toMatchObject({ ok: false, failure: { code: 'offline' } });
  expect(await benchmark.releases()).toMatchObject({ ok: true });
});

it('saves an answer into the file, and finds it there again', async () => {
  const file = fileOf(blank);
  const { workbook } = await opened(file);
  const item = jsp.items[0]!.id;
  expect(await workbook.write([{ item, field: 'level', value: 3 }])).toEqual(success(undefined));
  const read = await (await opened(file)).workbook.read();
  expect(read.ok && read.value.rows.find(({ id }) => id === item)?.level).toBe(3);
});

it('refuses what is no workbook of ours, in words', async () => {
  const refused = await panel().paneOver(fileOf(new TextEncoder().encode('a letter')));
  expect(refused).toMatchObject({
    ok: false,
    failure: { message: expect.stringContaining('.xlsx') as string },
  });
});

it('looks at the file again when the user comes back, and tells the pane where it was changed meanwhile', async () => {
  const file = fileOf(blank);
  const elsewhere = fileOf(blank);
  await (await opened(elsewhere)).workbook.write([{ item: jsp.items[0]!.id, field: 'level', value: 4 }]);
  const changed = await elsewhere.read();
  const own = panel();
  const { workbook } = await opened(file, own);
  let told: () => void = () => undefined;
  const change = new Promise<void>((resolve) => (told = resolve));
  await workbook.watchAnswers(told);
  if (changed.ok) file.put(changed.value.bytes);
  own.comeBack();
  await change;
  const read = await workbook.read();
  expect(read.ok && read.value.rows[0]?.level).toBe(4);
});
