/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { XLSX_TYPE } from '../../src/pane/side-panel/xlsx-type';
import { FakeFile } from './fake-files';
import { outside } from './render-pane';
import { atDesk, bar, buttonNamed, opened, pressed } from './render-side-panel';

describe('a working copy', () => {
  it('says that changes stay in this browser until they are downloaded', async () => {
    const { panel } = await opened({ kind: 'copy' });
    expect(within(await bar()).getByText(/^No changes to download\./)).toBeTruthy();
    await outside(() => void panel.given!.write(new Uint8Array([2]), '0'));
    expect(
      within(await bar()).getByText('Changes are kept in this browser until you download them.'),
    ).toBeTruthy();
  });

  it('is downloaded as it is, under its name', async () => {
    const rendered = await opened({ kind: 'copy' });
    await outside(() => void rendered.panel.given!.write(new Uint8Array([2, 3]), '0'));
    await pressed(rendered, 'Download the workbook');
    expect(await within(await bar()).findByText(/^Handed to your downloads\./)).toBeTruthy();
    expect(rendered.panel.files.downloads).toEqual([
      { name: 'team.xlsx', bytes: new Uint8Array([2, 3]), type: XLSX_TYPE },
    ]);
    await pressed(rendered, 'Close');
    expect(await buttonNamed('Open a workbook file')).toBeTruthy();
  });

  it('asks before it is closed with changes that were not downloaded', async () => {
    const rendered = await opened({ kind: 'copy' });
    await outside(() => void rendered.panel.given!.write(new Uint8Array([2]), '0'));
    await pressed(rendered, 'Close');
    expect(await screen.findByText('Not downloaded yet')).toBeTruthy();
    expect(rendered.panel.files.calls).not.toContain('close');
  });

  it.each(['a new one', 'one of last time'])(
    'may hold changes that were never downloaded: %s',
    async (which) => {
      const rendered = await atDesk(
        { kind: 'copy' },
        ({ files }) => (files.former = new FakeFile('last.xlsx', 'copy')),
      );
      await pressed(rendered, which === 'a new one' ? 'Start a new workbook' : 'Go on with last.xlsx');
      expect(
        await within(await bar()).findByText('Changes are kept in this browser until you download them.'),
      ).toBeTruthy();
    },
  );

  it.each(['the copy', 'the downloads'])('that cannot be downloaded for %s says why', async (reason) => {
    const rendered = await opened({ kind: 'copy' });
    if (reason === 'the copy') rendered.panel.files.picked!.refusal = 'It is gone.';
    else rendered.panel.files.refusal.download = 'It is gone.';
    await pressed(rendered, 'Download the workbook');
    expect((await within(await bar()).findByRole('alert')).textContent).toContain('It is gone.');
  });
});
