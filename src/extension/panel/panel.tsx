import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import cycleFile from '../../../assets/cycle.json';
import { browserWorld } from '../../pane/browser-world';
import { loadPublished, loadRubric, loadWords } from '../../pane/shipped-content';
import { SidePanel } from '../../pane/side-panel/side-panel';
import type { SidePanelProps } from '../../pane/side-panel/side-panel-props';
import { startingBenchmark } from '../../rubric/starting-benchmark';
import { ed25519Verifier } from '../../submission/receipt';
import { NO_PINS, parseShippedCycle } from '../../submission/shipped-cycle';
import type { Result } from '../../words/result';
import { newWorkbook } from '../../xlsx/new-workbook';
import { chromeConsent } from '../inbox/chrome-consent';
import { chromeInbox } from '../inbox/chrome-inbox';
import { browserFiles } from './browser-files';
import { ontoClipboard } from './onto-clipboard';
import { paneOverFile } from './pane-over-file';
import { shelves } from './shelves';
import { useColorScheme } from './use-color-scheme';

const { clock, random, digest, sha384 } = browserWorld;
const NO_ANSWERS = { rows: [], profile: { organization: null, size: null, detail: null }, evidence: [] };

type Ports = Omit<SidePanelProps, 'theme'>;

/** Hands every port over. The one place that knows all the rooms. */
async function ports(): Promise<Ports> {
  const { words, vocabulary } = await loadWords(shelves.locales, navigator.language);
  document.documentElement.lang = words.language;
  document.title = words('extension.name');
  const rubric = shipped(await loadRubric(shelves.rubrics, DEFAULT_RUBRIC, words));
  const published = shipped(await loadPublished(shelves.published, words));
  const { cycle, closes, pins } = parseShippedCycle(cycleFile);

  const browser = { storage: chrome.storage, locks: navigator.locks, words };
  const files = browserFiles(words);
  const copyText = (text: string) => ontoClipboard(navigator.clipboard, { 'text/plain': text }, words);
  const making = { rubric, words, vocabulary, published, cycle };
  return {
    words,
    vocabulary,
    rubric,
    inbox: chromeInbox(browser),
    consent: chromeConsent(browser),
    files,
    copy: (text, html) =>
      ontoClipboard(navigator.clipboard, { 'text/plain': text, 'text/html': html }, words),
    blankWorkbook: async () =>
      newWorkbook({ ...making, benchmark: startingBenchmark(published), answers: NO_ANSWERS }),
    paneOver: paneOverFile({
      ...making,
      ...{ clock, random, digest, sha384 },
      verify: ed25519Verifier(crypto.subtle),
      pins: BENCHMARK_ORIGIN === '' ? NO_PINS : pins,
      theme: 'light',
      endpoint: BENCHMARK_ORIGIN,
      handOver: {
        cycle,
        closes,
        page: BENCHMARK_ORIGIN === '' ? null : `${BENCHMARK_ORIGIN}/submit`,
        copy: copyText,
        save: (name, text) => files.download(name, new TextEncoder().encode(text), 'application/json'),
      },
      onReturn: (look) => window.addEventListener('focus', look),
    }),
  };
}

/** What ships with the build was checked by its tests: a fault in it is a bug. */
function shipped<T>(loaded: Result<T>): T {
  if (!loaded.ok) throw new Error(loaded.failure.message);
  return loaded.value;
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function Panel(props: Ports): ReactElement {
  return <SidePanel {...props} theme={useColorScheme(dark)} />;
}

const place = document.getElementById('root');
if (place === null) throw new Error('panel.html has no #root');
const root = createRoot(place);
ports().then(
  (given) =>
    root.render(
      <StrictMode>
        <Panel {...given} />
      </StrictMode>,
    ),
  (error: unknown) => {
    // The catalogue itself may be what is broken; the build put this text into the page.
    root.render(
      <main className="start-notice" role="alert">
        <p>{place.dataset['broken'] ?? ''}</p>
      </main>,
    );
    throw error;
  },
);
