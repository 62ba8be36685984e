import type { PageReading } from '../../assessment/capture-evidence';
import { pageFactsSchema, type PageFacts } from './page-facts';
import { readPage } from './read-page';

const PAGE_ANSWERS_WITHIN_MS = 3000;

/** What a click on a tab brought: as much as the browser lets us see. */
export interface TabReading {
  readonly page: PageReading & { readonly modifiedFrom?: string | null };
  /** Nothing but title and address: the page let nothing be read. */
  readonly titleOnly: boolean;
}

export interface PageReader {
  readonly scripting: Pick<typeof chrome.scripting, 'executeScript'>;
  readonly now: () => Date;
  readonly after: (ms: number) => Promise<void>;
}

/**
 * Reads the page in a tab that the user has just pointed at. `selected` is the selection where the browser told it (it
 * sees into frames that we may not). A tab that refuses, or that hangs, still has its title and address.
 */
export async function pageReading(
  tab: chrome.tabs.Tab,
  selected: string,
  reader: PageReader,
): Promise<TabReading> {
  const facts = await factsOf(tab, reader);
  const address = facts?.address || tab.url || '';
  const titles = [tab.title, facts?.title];
  // A viewer's document (PDF) has no title, but its tab has. A page that has moved on since the click has its own.
  const title = (address === tab.url ? titles : titles.reverse()).find((one) => one) ?? '';
  return {
    page: {
      title,
      address,
      quote: selected || facts?.selection || '',
      modified: facts?.modified ?? null,
      modifiedFrom: facts?.modifiedFrom ?? null,
    },
    titleOnly: facts === null,
  };
}

async function factsOf(
  tab: chrome.tabs.Tab,
  { scripting, now, after }: PageReader,
): Promise<PageFacts | null> {
  if (tab.id === undefined) return null;
  try {
    const frames = await Promise.race([
      scripting.executeScript({
        target: { tabId: tab.id, allFrames: true },
        func: readPage,
        args: [now().getTime()],
        injectImmediately: true,
      }),
      after(PAGE_ANSWERS_WITHIN_MS),
    ]);
    const facts = (frames ?? []).map(({ frameId, result }) => ({
      frameId,
      facts: pageFactsSchema.safeParse(result),
    }));
    const top = facts.find(({ frameId }) => frameId === 0)?.facts.data;
    if (top === undefined) return null;
    // What is selected in a frame of the same site was selected on this page.
    const selection = top.selection || facts.map((one) => one.facts.data?.selection).find((text) => text);
    return { ...top, selection: selection ?? '' };
  } catch {
    // Browser pages, the stores, a policy of the organisation, a tab that is gone: the caller says so.
    return null;
  }
}
