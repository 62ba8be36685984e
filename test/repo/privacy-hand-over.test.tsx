/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import { Pane } from '../../src/pane/pane';
import { openAssessment } from '../../src/xlsx/file-workbook';
import { capturedOf, FakeCaptured } from '../pane/evidence-fixtures';
import { FakeHandOver } from '../pane/fake-hand-over';
import { fakePorts } from '../pane/fixtures';
import { openTab, type Rendered } from '../pane/render-pane';
import { bytesShown, press } from '../pane/submit-steps';
import { MemoryFile } from '../xlsx/memory-file';
import { MAKING, valueOf } from '../xlsx/open-file';
import { MARKER, markedWorkbook } from './marked-workbook';
import { marksIn } from './marks-in';

// Every browser has them; jsdom has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const captured: CapturedEvidence = capturedOf('policy', {
  title: `${MARKER} title`,
  address: `https://${MARKER}.example/wiki`,
  quote: `${MARKER} quote`,
  note: `${MARKER} note`,
});

/** The pane of the side panel over a file that is full of the marker, with one more page that waits. */
async function markedPane() {
  const file = new MemoryFile(markedWorkbook());
  const workbook = valueOf(await openAssessment({ ...MAKING, file }));
  const handOver = new FakeHandOver();
  const inbox = new FakeCaptured([captured]);
  const fakes = fakePorts();
  const { unmount } = render(<Pane {...fakes} {...{ workbook, handOver }} captured={inbox} inFile />);
  const rendered: Rendered = { ...fakes, user: userEvent.setup(), unmount };
  await screen.findByRole('tablist');
  return { rendered, file, handOver, inbox, benchmark: fakes.benchmark };
}

it('hands over a row in which nothing of any evidence is, neither shown, copied nor saved, and asks nobody', async () => {
  const { rendered, file, handOver, inbox, benchmark } = await markedPane();
  await press(rendered, 'Get captured evidence (1)');
  await waitFor(() => expect(inbox.waiting).toEqual([]));
  expect(marksIn(document.body.innerHTML)).not.toEqual([]);
  const writes = file.writes;
  await openTab(rendered, 'submit');
  await press(rendered, 'Review the row');
  await press(rendered, 'Copy the row');
  await press(rendered, 'Save as a file');
  await waitFor(() => expect(handOver.saved).toHaveLength(1));
  const shown = bytesShown();
  expect(shown).toContain('"ORG-01":0');
  expect(handOver.copied).toEqual([shown]);
  expect(marksIn(JSON.stringify([handOver.copied, handOver.saved]))).toEqual([]);
  const view = document.querySelector('[role=tabpanel]:not([hidden])')?.innerHTML ?? '';
  expect(view).toContain('Hand it over');
  expect(marksIn(view)).toEqual([]);
  expect([benchmark.asked, file.writes]).toEqual([[], writes]);
});
