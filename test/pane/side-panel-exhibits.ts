import { type Options, type Press, REFUSAL } from './exhibit';
import { FakeFile } from './fake-files';
import { everyAnswer, someAnswers } from './fixtures';
import { type FakePanel, fakePanel, type FakePanelOptions, second, threePages } from './side-panel-fixtures';

/** One state of the extension's side panel: its ports, and the controls to press until it shows. */
export interface PanelExhibit {
  readonly name: string;
  readonly panel: (options: Options) => FakePanel;
  readonly press: readonly Press[];
  /** Looked at by the tests, and too like another one for a picture in the documentation. */
  readonly unpictured?: true;
}

const [policy, minutes] = threePages;
const button = (name: string, title?: string): Press => ({
  role: 'button',
  key: `panel.${name}`,
  ...(title !== undefined && { values: { title } }),
});
const assessment: Press = { role: 'tab', key: 'panel.tabAssessment' };

const of =
  (given: FakePanelOptions, change: (panel: FakePanel) => void = () => undefined) =>
  (options: Options): FakePanel => {
    const panel = fakePanel({ ...given, ...options });
    change(panel);
    return panel;
  };

const withThree = (change: (panel: FakePanel) => void = () => undefined) =>
  of({ pages: threePages }, (panel) => {
    panel.inbox.item = second.id;
    change(panel);
  });

/** Every state of the side panel that a user can meet, beside those of the pane in it. */
export const sidePanelExhibits: readonly PanelExhibit[] = [
  { name: 'panel-first-run', panel: of({ agreed: false }), press: [] },
  {
    name: 'panel-first-run-failed',
    unpictured: true,
    panel: of({}, ({ consent }) => (consent.refusal = REFUSAL)),
    press: [],
  },
  { name: 'panel-empty', panel: of({}), press: [] },
  {
    name: 'panel-inbox',
    panel: withThree(({ inbox }) => (inbox.said = { kind: 'captured', id: policy!.id, again: true })),
    press: [],
  },
  {
    name: 'panel-title-only',
    unpictured: true,
    panel: withThree(
      ({ inbox }) => (inbox.said = { kind: 'title-only', id: minutes!.id, again: false, why: 'silent' }),
    ),
    press: [],
  },
  {
    name: 'panel-refused',
    unpictured: true,
    panel: withThree(({ inbox }) => (inbox.said = { kind: 'refused', why: 'too-long' })),
    press: [],
  },
  {
    name: 'panel-unread',
    unpictured: true,
    panel: withThree(({ inbox }) => (inbox.refusal.list = REFUSAL)),
    press: [],
  },
  { name: 'panel-item', panel: withThree(), press: [button('chooseItemFor', minutes!.title)] },
  { name: 'panel-edit', panel: withThree(), press: [button('editOf', policy!.title)] },
  {
    name: 'panel-copied',
    unpictured: true,
    panel: withThree(),
    press: [{ ...button('copyRows'), values: { count: 3 } }],
  },
  { name: 'panel-remove-all', unpictured: true, panel: withThree(), press: [button('removeAll')] },
  {
    name: 'panel-removed',
    unpictured: true,
    panel: withThree(({ inbox }) => (inbox.refusal.restore = REFUSAL)),
    press: [button('removeOf', policy!.title), button('undo')],
  },
  {
    name: 'panel-file',
    panel: of({}, ({ files }) => (files.former = new FakeFile('team.xlsx'))),
    press: [assessment],
  },
  {
    name: 'panel-file-refused',
    unpictured: true,
    panel: of({}, (panel) => (panel.refused = { code: 'not-ours', message: REFUSAL })),
    press: [assessment, button('openFile')],
  },
  {
    name: 'panel-assessment',
    panel: withThree(({ pane }) => pane.workbook.type(someAnswers)),
    press: [assessment, button('openFile')],
  },
  {
    name: 'panel-left-over',
    panel: withThree(({ pane, refusedAnswers }) => {
      pane.workbook.type(someAnswers);
      refusedAnswers.kept.set('team.xlsx', [{ item: second.id, field: 'level', value: 3 }]);
    }),
    press: [assessment, button('openFile')],
  },
  {
    name: 'panel-whose',
    unpictured: true,
    panel: withThree(({ refusedAnswers }) => {
      const changes = [{ item: second.id, field: 'level', value: 3 } as const];
      refusedAnswers.doubtful = { file: 'former.xlsx', changes };
    }),
    press: [assessment, button('openFile')],
  },
  {
    name: 'panel-copy',
    panel: of({ kind: 'copy' }, ({ pane }) => pane.workbook.type(everyAnswer)),
    press: [assessment, button('newFile')],
  },
  {
    name: 'panel-close',
    unpictured: true,
    panel: of({ kind: 'copy' }, ({ pane }) => pane.workbook.type(everyAnswer)),
    press: [assessment, button('newFile'), button('close')],
  },
];
