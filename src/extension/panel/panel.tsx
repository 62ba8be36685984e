import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadWords } from '../../pane/shipped-content';
import { SidePanel } from '../../pane/side-panel/side-panel';
import type { SidePanelProps } from '../../pane/side-panel/side-panel-props';
import { useColorScheme } from '../../pane/use-color-scheme';
import type { RubricOutline } from '../../rubric/rubric-outline';
import { chromeConsent } from '../inbox/chrome-consent';
import { chromeInbox } from '../inbox/chrome-inbox';
import type { AssessmentParts } from './assessment-ports';
import { browserFiles } from './browser-files';
import { firstShelves } from './first-shelves';
import { keptAnswers } from './kept-answers';
import { keptValues } from './kept-values';
import { ontoClipboard } from './onto-clipboard';

type Ports = Omit<SidePanelProps, 'theme'>;

/** Hands every port over. The one place that knows all the rooms. */
async function ports(): Promise<Ports> {
  const { words } = await loadWords(firstShelves.locales, navigator.language);
  document.documentElement.lang = words.language;
  document.title = words('extension.name');
  // Made by the build from a rubric that its tests have checked.
  const rubric = (await firstShelves.rubrics.load(DEFAULT_RUBRIC)) as RubricOutline;
  const browser = { storage: chrome.storage, locks: navigator.locks, words };
  const kept = keptValues(indexedDB, 'jsp-assessment');
  const files = browserFiles(words, kept);
  const copy = (forms: Readonly<Record<string, string>>) => ontoClipboard(navigator.clipboard, forms, words);
  const assessment = once({
    language: words.language,
    copy: (text) => copy({ 'text/plain': text }),
    save: (name, text) => files.download(name, new TextEncoder().encode(text), 'application/json'),
    onReturn: (look) => window.addEventListener('focus', look),
  });
  return {
    words,
    rubric,
    inbox: chromeInbox(browser),
    consent: chromeConsent(browser),
    files,
    refusedAnswers: keptAnswers({ kept, files, newId: () => crypto.randomUUID(), words }),
    copy: (text, html) => copy({ 'text/plain': text, 'text/html': html }),
    blankWorkbook: async () => (await assessment()).blankWorkbook(),
    paneOver: async (file) => (await assessment()).paneOver(file),
  };
}

/** What it takes to assess is loaded when it is first asked for: who only captures does not wait for it. */
function once(parts: AssessmentParts) {
  let loaded: Pick<Ports, 'paneOver' | 'blankWorkbook'> | null = null;
  return async () => (loaded ??= await (await import('./assessment-ports')).assessmentPorts(parts));
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function Panel(props: Ports): ReactElement {
  return <SidePanel {...props} theme={useColorScheme(dark)} />;
}

const place = document.getElementById('root');
if (place === null) throw new Error('panel.html has no #root');
const root = createRoot(place);
const draw = (view: ReactElement) => root.render(<StrictMode>{view}</StrictMode>);
ports().then(
  (given) => draw(<Panel {...given} />),
  (error: unknown) => {
    // The catalogue itself may be what is broken; the build put this text into the page.
    const broken = place.dataset['broken'] ?? '';
    draw(<main className="start-notice" role="alert" children={<p>{broken}</p>} />);
    throw error;
  },
);
