import { type ReactElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browserWorld } from '../pane/browser-world';
import { loadRubric, loadWords } from '../pane/shipped-content';
import { useColorScheme } from '../pane/use-color-scheme';
import type { Rubric } from '../rubric/schema';
import { benchmarkClient } from '../submission/client';
import { ed25519Verifier } from '../submission/receipt';
import type { WordKey, Words } from '../words/words';
import { saveFile } from './save-file';
import { shelves } from './shelves';
import { SubmitPage, type SubmitPageProps } from './submit-page';

const SERVICE_WITHIN_MS = 20_000;
const { clock, random, digest, sha384, schedule } = browserWorld;

/** Starts the page, or says why it cannot work here. The one place that knows the browser. */
async function start(): Promise<ReactElement> {
  const { words } = await loadWords(shelves.locales, navigator.language);
  document.documentElement.lang = words.language;
  document.title = `${words('handover.pageTitle')} – ${words('pane.product')}`;
  if (!window.isSecureContext) return <Standstill {...{ words }} reason="handover.pageInsecure" />;
  const storage = storageOf(window);
  if (storage === null) return <Standstill {...{ words }} reason="handover.pageNoStorage" />;
  const rubrics = await everyRubric(words);
  const verify = ed25519Verifier(crypto.subtle);
  const benchmark = benchmarkClient({
    endpoint: endpointOf(new URL(window.location.href)),
    timeoutMs: SERVICE_WITHIN_MS,
    fetch: (url, init) => fetch(url, init),
    words,
    schedule,
    digest,
    verify,
  });
  const today = () => new Date().toISOString().slice(0, 10);
  const world = { clock, random, digest, sha384, verify, today, save: saveFile };
  return <Themed {...{ words, rubrics, storage, benchmark }} {...world} />;
}

/** The service that this page came from: its address is the page's, without the last part. */
const endpointOf = ({ origin, pathname }: URL): string => `${origin}${pathname.replace(/\/submit\/?$/, '')}`;

/** A browser that blocks a site's data throws where it is asked for, or where something is put there. */
function storageOf(page: Window): Storage | null {
  try {
    const storage = page.localStorage;
    storage.setItem('jsp-benchmark/probe', '1');
    storage.removeItem('jsp-benchmark/probe');
    return storage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

async function everyRubric(words: Words): Promise<readonly [Rubric, ...Rubric[]]> {
  const loaded = await Promise.all(
    shelves.rubrics.names.map((name) => loadRubric(shelves.rubrics, name, words)),
  );
  const [first, ...rest] = loaded.map((rubric) => {
    if (!rubric.ok) throw new Error(rubric.failure.message);
    return rubric.value;
  });
  if (!first) throw new Error('The page came without a rubric');
  return [first, ...rest];
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function Themed(props: Omit<SubmitPageProps, 'theme'>) {
  return <SubmitPage {...props} theme={useColorScheme(dark)} />;
}

function Standstill({ words, reason }: { readonly words: Words; readonly reason: WordKey }) {
  return (
    <main className="start-notice" role="alert">
      <h1>{words('handover.pageTitle')}</h1>
      <p>{words(reason)}</p>
    </main>
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('submit.html has no #root');
const root = createRoot(place);
start()
  .then((view) => root.render(<StrictMode>{view}</StrictMode>))
  .catch((error: unknown) => {
    // The catalogue itself may be what failed to load; the build put this text into the page.
    root.render(
      <main className="start-notice" role="alert">
        <p>{place.dataset['broken']}</p>
      </main>,
    );
    throw error;
  });
