import cycleFile from '../../../assets/cycle.json';
import { browserWorld } from '../../pane/browser-world';
import type { HandOverPort } from '../../pane/ports';
import { loadPublished, loadRubric, loadWords } from '../../pane/shipped-content';
import type { SidePanelProps } from '../../pane/side-panel/side-panel-props';
import { startingBenchmark } from '../../rubric/starting-benchmark';
import { ed25519Verifier } from '../../submission/receipt';
import { NO_PINS, parseShippedCycle } from '../../submission/shipped-cycle';
import { newWorkbookId } from '../../workbook/workbook-id';
import { newWorkbook } from '../../xlsx/new-workbook';
import { assessmentShelves } from './assessment-shelves';
import { paneOverFile } from './pane-over-file';
import { shipped } from './shipped';

const { clock, random, digest, sha384 } = browserWorld;
const NO_ANSWERS = { rows: [], profile: { organization: null, size: null, detail: null }, evidence: [] };

export interface AssessmentParts extends Pick<HandOverPort, 'copy' | 'save'> {
  /** BCP 47. */
  readonly language: string;
  /** Calls back whenever the user comes back to the panel. */
  readonly onReturn: (look: () => void) => void;
}

/** What the side panel needs to assess: loaded when a file is opened or made. */
export async function assessmentPorts({
  language,
  copy,
  save,
  onReturn,
}: AssessmentParts): Promise<Pick<SidePanelProps, 'paneOver' | 'blankWorkbook'>> {
  const spoken = await loadWords(assessmentShelves.locales, language);
  const rubric = shipped(await loadRubric(assessmentShelves.rubrics, DEFAULT_RUBRIC, spoken.words));
  const published = shipped(await loadPublished(assessmentShelves.published, spoken.words));
  const { cycle, closes, pins } = parseShippedCycle(cycleFile);
  const making = { ...spoken, rubric, published, cycle };
  const service = BENCHMARK_ORIGIN;
  return {
    blankWorkbook: async () =>
      newWorkbook({
        ...making,
        id: newWorkbookId(random),
        benchmark: startingBenchmark(published),
        answers: NO_ANSWERS,
      }),
    paneOver: paneOverFile({
      ...making,
      ...{ clock, random, digest, sha384, onReturn },
      verify: ed25519Verifier(crypto.subtle),
      pins: service === '' ? NO_PINS : pins,
      // The panel says what is so now.
      theme: 'light',
      endpoint: service,
      handOver: { cycle, closes, page: service === '' ? null : `${service}/submit`, copy, save },
    }),
  };
}
