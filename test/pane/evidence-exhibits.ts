import { evidenceText } from '../../src/assessment/evidence-text';
import { button, type Exhibit, type Press, REFUSAL, tab, withAnswers } from './exhibit';
import { capturedOf, evidenceOf, FakeCaptured, PAGES } from './evidence-fixtures';
import { CELL, everyAnswer, everyAnswerShown, type FakePorts, rubric } from './fixtures';

const firstItem = rubric.items[0]!.id;
const secondItem = rubric.items[1]!.id;

const openPaste: Press = { role: 'disclosure', key: 'pane.pasteEvidence' };
const paste = (text: string): Press => ({ role: 'textbox', key: 'pane.pasteLabel', text });

const pasted = evidenceText([
  evidenceOf('policy'),
  evidenceOf('minutes', { item: secondItem }),
  { ...evidenceOf('record'), item: null },
]);

const listed = ({ workbook }: FakePorts): void => {
  workbook.type([{ item: firstItem, field: 'evidence', value: CELL }]);
  workbook.listEvidence([evidenceOf('policy'), evidenceOf('minutes'), evidenceOf('record')]);
};

const withCaptured =
  (change: (captured: FakeCaptured) => void = () => undefined): Exhibit['ports'] =>
  (options) => {
    const captured = new FakeCaptured([
      capturedOf('policy'),
      capturedOf('minutes'),
      capturedOf('minutes', { id: 'EV-c0000000-0000-4000-8000-000000000000', item: null }),
    ]);
    change(captured);
    return { ...withAnswers(everyAnswer)(options), captured };
  };

/** Evidence on an item's card, on its way into the workbook, and missing. */
export const evidenceExhibits: readonly Exhibit[] = [
  { name: 'answer-evidence', ports: withAnswers(everyAnswer, listed), press: [] },
  {
    name: 'answer-evidence-removed',
    unpictured: true,
    ports: withAnswers(everyAnswer, ({ workbook }) => workbook.listEvidence([evidenceOf('minutes')])),
    press: [{ ...button('removeEvidenceOf'), values: { title: PAGES.minutes.title } }],
  },
  {
    name: 'answer-paste',
    ports: withAnswers(everyAnswer),
    press: [openPaste, paste(pasted)],
  },
  {
    name: 'answer-paste-refused',
    unpictured: true,
    ports: withAnswers(everyAnswer),
    press: [openPaste, paste('XYZ-99\tA page')],
  },
  {
    name: 'answer-paste-failed',
    unpictured: true,
    ports: withAnswers(everyAnswer, ({ workbook }) => workbook.refuse('addEvidence', REFUSAL)),
    press: [openPaste, paste(pasted), { ...button('addEvidence'), values: { count: 3 } }],
  },
  {
    name: 'answer-captured',
    ports: withCaptured(),
    press: [{ role: 'disclosure', key: 'pane.capturedList' }],
  },
  {
    name: 'answer-captured-kept',
    unpictured: true,
    ports: withCaptured(({ refusal }) => (refusal.acknowledge = REFUSAL)),
    press: [{ ...button('getCaptured'), values: { n: 2 } }],
  },
  {
    name: 'answer-captured-unread',
    unpictured: true,
    ports: withCaptured(({ refusal }) => (refusal.list = REFUSAL)),
    press: [],
  },
  {
    name: 'check-warnings',
    ports: withAnswers(everyAnswerShown, ({ workbook }) => {
      workbook.type(
        rubric.items.slice(0, 9).map(({ id }) => ({ item: id, field: 'evidence' as const, value: null })),
      );
      workbook.listEvidence([evidenceOf('minutes', { item: 'ORG-99' })]);
    }),
    press: [tab('check'), button('checkAnswers')],
  },
];
