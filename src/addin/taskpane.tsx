import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import cycleFile from '../../assets/cycle.json';
import { excelWorkbook } from '../excel/excel-workbook';
import { browserWorld } from '../pane/browser-world';
import { Pane } from '../pane/pane';
import { loadPublished, loadRubric, loadWords, type SpokenWords } from '../pane/shipped-content';
import { startingBenchmark } from '../rubric/starting-benchmark';
import { benchmarkClient } from '../submission/client';
import { ed25519Verifier } from '../submission/receipt';
import { NO_PINS, parseShippedCycle } from '../submission/shipped-cycle';
import { newWorkbookId } from '../workbook/workbook-id';
import type { WordKey, Words } from '../words/words';
import { browserFetch } from './browser-fetch';
import { capturedEvidence, extensionRuntime } from './captured-evidence';
import { officeReady, type OfficeReady, type OfficeStart } from './office-ready';
import { shelves } from './shelves';
import { StartNotice } from './start-notice';

const OFFICE_WITHIN_SECONDS = 15;
const SERVICE_WITHIN_MS = 20_000;
const CHANGES_GATHERED_MS = 250;

const { clock, random, digest, sha384, schedule, after } = browserWorld;
const page = new URL(window.location.href);

/** Starts the pane: waits for Excel, then hands every port over. The one place that knows all the rooms. */
async function start(draw: (view: ReactElement) => void): Promise<void> {
  // Absent where Microsoft's script was blocked, whatever its types say.
  const office = (globalThis as { Office?: typeof Office }).Office;
  const started = await officeReady(office, after(OFFICE_WITHIN_SECONDS * 1000));
  const spoken = await loadWords(
    shelves.locales,
    started.kind === 'excel' ? started.language : navigator.language,
  );
  document.documentElement.lang = spoken.words.language;
  document.title = spoken.words('addin.name');
  draw(started.kind === 'excel' ? await paneOver(started, spoken) : notice(spoken.words, started.kind));
}

async function paneOver(office: OfficeReady, { words, vocabulary }: SpokenWords): Promise<ReactElement> {
  const rubric = await loadRubric(shelves.rubrics, DEFAULT_RUBRIC, words);
  if (!rubric.ok) return standstill(words, rubric.failure.message);
  const published = await loadPublished(shelves.published, words);
  if (!published.ok) return standstill(words, published.failure.message);

  const shipped = parseShippedCycle(cycleFile);
  // The service beside a pane of this computer makes its own keys.
  const pins = BENCHMARK_ORIGIN === '' ? NO_PINS : shipped.pins;
  const drawnFrom = {
    rubric: rubric.value,
    words,
    vocabulary,
    cycle: shipped.cycle,
    published: published.value,
    benchmark: startingBenchmark(published.value),
    id: newWorkbookId(random),
  };
  const workbook = excelWorkbook({
    words,
    schedule,
    supports: office.supports,
    debounceMs: CHANGES_GATHERED_MS,
    // Loaded when a workbook is drawn or checked, not for the first screen.
    design: async (names) =>
      (await import('../workbook/design-workbook')).designWorkbook({ ...drawnFrom, names }),
  });
  const verify = ed25519Verifier(crypto.subtle);
  const benchmark = benchmarkClient({
    endpoint: BENCHMARK_ORIGIN === '' ? page.origin : BENCHMARK_ORIGIN,
    timeoutMs: SERVICE_WITHIN_MS,
    fetch: browserFetch,
    words,
    schedule,
    digest,
    verify,
    pins,
  });
  const captured = capturedEvidence({ runtime: extensionRuntime(), ids: EXTENSION_IDS, words, after });
  return (
    <Pane
      {...{ workbook, benchmark, words, vocabulary, clock, random, digest, sha384, verify, pins }}
      published={published.value}
      rubric={rubric.value}
      theme={office.theme}
      {...(captured === null ? {} : { captured })}
      {...(page.searchParams.has('sample')
        ? { sample: async () => (await import('./sample-answers')).sampleAnswers(shelves.samples, words) }
        : {})}
    />
  );
}

type Refusal = Exclude<OfficeStart['kind'], 'excel'>;
const NOTICES: Readonly<Record<Refusal, WordKey>> = {
  silent: 'addin.officeSilent',
  outside: 'addin.outsideExcel',
  'too-old': 'addin.tooOld',
};

const notice = (words: Words, refusal: Refusal): ReactElement =>
  standstill(words, words(NOTICES[refusal], { seconds: OFFICE_WITHIN_SECONDS, host: OFFICE_JS_HOST }));

const standstill = (words: Words, text: string): ReactElement => (
  <StartNotice title={words('addin.name')} text={text} />
);

const place = document.getElementById('root');
if (place === null) throw new Error('taskpane.html has no #root');
const root = createRoot(place);
start((view) => root.render(<StrictMode>{view}</StrictMode>)).catch((error: unknown) => {
  // The catalogue itself may be what failed to load; the build put this text into the page.
  root.render(<StartNotice title={document.title} text={place.dataset['broken'] ?? ''} />);
  throw error;
});
