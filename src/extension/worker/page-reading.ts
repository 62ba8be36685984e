import type { PageReading } from '../../assessment/capture-evidence';
import type { Unread } from '../../pane/inbox/inbox-port';
import { type PageFacts, pageFactsSchema } from './page-facts';
import { chosenQuote } from './chosen-quote';
import { readPage } from './read-page';
import { readSelection, selectionSchema } from './read-selection';

const PAGE_ANSWERS_WITHIN_MS = 3000;

/** What a click on a tab brought: as much as the browser lets us see. */
export interface TabReading {
  readonly page: PageReading & { readonly modifiedFrom?: string | null };
  /** Why nothing but title and address was read; null where the page was read. */
  readonly unread: Unread | null;
  /** The user was last in a frame that cannot be looked into, and nothing selected was found anywhere else. */
  readonly closedFrame: boolean;
}

export interface PageReader {
  readonly scripting: Pick<typeof chrome.scripting, 'executeScript'>;
  readonly now: () => Date;
  readonly after: (ms: number) => Promise<void>;
}

/**
 * Reads the page in a tab that the user has just pointed at. `told` is the selection where the browser told it (it sees
 * into frames that we may not). A tab that refuses, or that hangs, still has its title and address.
 */
export async function pageReading(
  tab: chrome.tabs.Tab,
  told: string,
  reader: PageReader,
): Promise<TabReading> {
  const { id } = tab;
  if (id === undefined) return { page: pageOf(tab, null, told), unread: 'not-permitted', closedFrame: false };
  const { now } = reader;
  const [main, selected] = await Promise.all([
    answerOf(reader, { target: { tabId: id }, func: readPage, args: [now().getTime()] }),
    answerOf(reader, { target: { tabId: id }, func: readSelection }),
  ]);
  const facts = pageFactsSchema.safeParse(main.results[0]).data ?? null;
  const unread = facts === null ? (main.isSilent ? 'silent' : 'not-permitted') : null;
  const here = selectionSchema.safeParse(selected.results[0]).data ?? { texts: [], closed: false };
  let quote = chosenQuote(told, here.texts);
  if (quote === null && unread === null) quote = chosenQuote(told, await inFrames(id, reader));
  return {
    page: pageOf(tab, facts, quote ?? told),
    unread,
    closedFrame: here.closed && quote === null && told === '',
  };
}

function pageOf(tab: chrome.tabs.Tab, facts: PageFacts | null, quote: string): TabReading['page'] {
  const address = facts?.address || tab.url || '';
  const titles = [tab.title, facts?.title];
  // A viewer's document (PDF) has no title, but its tab has. A page that has moved on since the click has its own.
  const title = (address === tab.url ? titles : titles.reverse()).find((one) => one) ?? '';
  const { modified = null, modifiedFrom = null } = facts ?? {};
  return { title, address, quote, modified, modifiedFrom };
}

/** What is selected in frames that the page may not look into and the browser lets us, such as another port's. */
async function inFrames(tabId: number, reader: PageReader): Promise<readonly string[]> {
  const { results } = await answerOf(reader, { target: { tabId, allFrames: true }, func: readSelection });
  return results.flatMap((result) => selectionSchema.safeParse(result).data?.texts ?? []);
}

interface Answer {
  readonly results: readonly unknown[];
  /** It did not answer in time. */
  readonly isSilent: boolean;
}

/** What runs in a page gives, with a second try: a frame that goes away meanwhile makes the whole call fail. */
async function answerOf<A extends unknown[]>(
  { scripting, after }: PageReader,
  injection: chrome.scripting.ScriptInjection<A, unknown>,
): Promise<Answer> {
  const run = async () => {
    const frames = await scripting.executeScript({ ...injection, injectImmediately: true });
    const results = frames.map(({ result }) => result);
    if (results.every((result) => result == null)) throw new Error('No frame answered');
    return { results, isSilent: false };
  };
  const refused = { results: [], isSilent: false };
  // Browser pages, the stores, a policy of the organisation, a tab that is gone refuse twice: the caller says so.
  const twice = run().catch(() => run().catch(() => refused));
  return Promise.race([twice, after(PAGE_ANSWERS_WITHIN_MS).then(() => ({ results: [], isSilent: true }))]);
}
