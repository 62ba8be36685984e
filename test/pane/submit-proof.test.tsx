/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import type { Published } from '../../src/submission/port';
import { leafOf } from '../../src/submission/release-tree';
import { type FakePorts, fakePorts, sampleBenchmark } from './fixtures';
import { releaseOf } from './release-fixture';
import type { Rendered } from './render-pane';
import { acceptedRow, press, reopened } from './submit-steps';

describe('the receipt', () => {
  it('is checked again on demand, with former keys too', async () => {
    const rendered = await acceptedRow();
    await screen.findByText(/with the key it uses now/);
    const { benchmark } = rendered;
    const { receiptKey } = benchmark.openCycle;
    benchmark.openCycle = { ...benchmark.openCycle, receiptKey: { ...receiptKey, id: 'n'.repeat(43) } };
    benchmark.knownKeys = { receipt: [{ ...receiptKey, state: 'former' }], token: [] };
    await press(rendered, 'Check receipt');
    expect(await screen.findByText(/with a key it used before/)).toBeTruthy();
    benchmark.knownKeys = { receipt: [], token: [] };
    await press(rendered, 'Check receipt');
    expect(await screen.findByText(/the key of the service is not available/)).toBeTruthy();
  });

  it('does not hold for other bytes than those in the workbook', async () => {
    const rendered = await acceptedRow();
    const [record] = rendered.workbook.records;
    rendered.workbook.records = [{ ...record!, bytes: record!.bytes.replace('"size"', '"sizf"') }];
    await reopened(rendered);
    expect(await screen.findByText(/the signature does not match/)).toBeTruthy();
  });

  it('names its key, and says whether this add-in was made for it', async () => {
    const ports = fakePorts();
    const { id } = ports.benchmark.openCycle.receiptKey;
    await acceptedRow({ ...ports, pins: { receiptKey: id, tokenKey: null } });
    expect(screen.getByText(id)).toBeTruthy();
    expect(screen.getByText('This version was made for this key.')).toBeTruthy();
  });
});

describe('whether the row is counted', () => {
  const newest = { ...releaseOf(sampleBenchmark), id: 'r12' };

  async function withLeaves(times: number, change: (ports: FakePorts) => void = () => undefined) {
    const ports = fakePorts();
    ports.benchmark.releasesOffered.push({ ...newest, id: 'r9' }, newest);
    const rendered = await acceptedRow(ports);
    const leaf = await leafOf(rendered.workbook.records[0]!.receipt!, newest.id, ports.digest);
    ports.benchmark.leaves.set(newest.id, Array<string>(times).fill(leaf));
    change(ports);
    await press(rendered, 'Check that your row is counted');
    return rendered;
  }
  const read = ({ benchmark }: Rendered) => benchmark.asked.filter(({ what }) => what === 'release');

  it('once: said in words, of the newest release', async () => {
    const rendered = await withLeaves(1);
    expect(await screen.findByText('Release r12 counts your row, once')).toBeTruthy();
    expect(read(rendered)).toEqual([{ what: 'release', with: 'r12' }]);
    expect(JSON.stringify(rendered.benchmark.asked.slice(-3))).not.toContain(
      rendered.workbook.records[0]!.nullifier,
    );
  });

  it('not at all: with the reasons there can be', async () => {
    await withLeaves(0);
    expect(await screen.findByText(/Release r12 does not count your row as it is now/)).toBeTruthy();
    expect(screen.getByText(/came after the release was made, or was corrected since/)).toBeTruthy();
  });

  it('twice: an alarm', async () => {
    await withLeaves(2);
    expect((await screen.findByRole('alert')).textContent).toMatch(/2 times.*Do not trust this release/);
  });

  it('cannot be said where a page of the tree is wrong, or no signature can be checked', async () => {
    const rendered = await withLeaves(1, ({ benchmark }) => {
      benchmark.countLeaf = () =>
        Promise.resolve({ ok: false, failure: { code: 'tree-untrusted', message: 'Do not trust it.' } });
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Do not trust it.');
    rendered.benchmark.release = (): Promise<{ ok: false; failure: { code: string; message: string } }> =>
      Promise.resolve({
        ok: false,
        failure: { code: 'signature-unsupported', message: 'Not checked here.' },
      });
    await press(rendered, 'Check that your row is counted');
    expect(await screen.findByText('Not checked here.')).toBeTruthy();
  });

  it('is no question before the first release of its cycle', async () => {
    const ports = fakePorts();
    ports.benchmark.releasesOffered.push({ ...newest, cycle: '2025-4' });
    const rendered = await acceptedRow(ports);
    await press(rendered, 'Check that your row is counted');
    expect(await screen.findByText('Nothing to check yet')).toBeTruthy();
    expect(read(rendered)).toEqual([]);
  });

  it('is not answered by figures in the plain format under a release’s name', async () => {
    const plain: Published = { kind: 'benchmark', benchmark: sampleBenchmark };
    await withLeaves(1, ({ benchmark }) => {
      benchmark.release = () => Promise.resolve({ ok: true, value: plain });
    });
    expect(await screen.findByText('Nothing to check yet')).toBeTruthy();
  });
});
