import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { parseAnswersFile } from '../assessment/answers-file';
import { Pane } from '../pane/pane';
import { benchmarkClient } from '../submission/client';
import { ed25519Verifier } from '../submission/receipt';
import type { WordKey, Words } from '../words/words';
import type { Change, WorkbookPort } from '../workbook/port';
import { browserWorld } from './browser-world';
import { officeReady, type OfficeStart } from './office-ready';
import { sampleChanges } from './sample-changes';
import { shelves } from './shelves';
import { loadPublished, loadRubric, loadWords, type SpokenWords } from './shipped-content';
import { StartNotice } from './start-notice';

const excelWorkbook = (_: { words: Words }): WorkbookPort => {
  throw new Error('not yet');
};
const OFFICE_WITHIN_SECONDS = 15;
const SERVICE_WITHIN_MS = 20_000;

const { clock, random, digest, schedule, fetch, after } = browserWorld;
const page = new URL(window.location.href);

/** Starts the pane: waits for Excel, then hands every port over. The one place that knows all the rooms. */
async function start(draw: (view: ReactElement) => void): Promise<void> {
  // Absent where Microsoft's script was blocked, whatever its types say.
  const office = (globalThis as { Office?: typeof Office }).Office;
  const started = await officeReady(office, after(OFFICE_WITHIN_SECONDS * 1000));
  const language = started.kind === 'excel' ? started.language : navigator.language;
  const spoken = await loadWords(shelves.locales, language);
  document.documentElement.lang = spoken.words.language;
  document.title = spoken.words('addin.name');
  draw(started.kind === 'excel' ? await paneOver(started.theme, spoken) : notice(spoken.words, started));
}

async function paneOver(theme: 'light' | 'dark', { words, vocabulary }: SpokenWords): Promise<ReactElement> {
  const rubric = await loadRubric(shelves.rubrics, DEFAULT_RUBRIC, words);
  if (!rubric.ok) return broken(words, rubric.failure.message);
  const published = await loadPublished(shelves.published, words);
  if (!published.ok) return broken(words, published.failure.message);
  const verify = ed25519Verifier(crypto.subtle);
  const benchmark = benchmarkClient({
    endpoint: BENCHMARK_ORIGIN === '' ? page.origin : BENCHMARK_ORIGIN,
    timeoutMs: SERVICE_WITHIN_MS,
    fetch,
    words,
    schedule,
    verify,
  });
  const workbook: WorkbookPort = excelWorkbook({ words });
  const ports = {
    workbook,
    benchmark,
    words,
    vocabulary,
    rubric: rubric.value,
    clock,
    random,
    digest,
    verify,
  };
  const sample = page.searchParams.has('sample') ? { sample: () => sampleAnswers(words) } : {};
  return <Pane {...ports} {...sample} theme={theme} />;
}

async function sampleAnswers(words: Words): Promise<readonly Change[]> {
  const file = parseAnswersFile(await shelves.samples.load('answers'), 'answers.json', words);
  if (!file.ok) throw new Error(file.failure.message);
  return sampleChanges(file.value);
}

const NOTICES: Readonly<Record<Exclude<OfficeStart['kind'], 'excel'>, WordKey>> = {
  silent: 'addin.officeSilent',
  outside: 'addin.outsideExcel',
  'too-old': 'addin.tooOld',
};

const notice = (words: Words, { kind }: Exclude<OfficeStart, { kind: 'excel' }>): ReactElement =>
  broken(words, words(NOTICES[kind], { seconds: OFFICE_WITHIN_SECONDS }));

const broken = (words: Words, text: string): ReactElement => (
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
