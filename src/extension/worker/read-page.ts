import type { PageFacts } from './page-facts';

/**
 * Runs in the page (chrome.scripting.executeScript): everything it uses is inside it. Reads the title, the address and
 * the day on which the page says that it was last changed, and changes nothing. `now` is in milliseconds of the epoch.
 */
export function readPage(now: number): PageFacts {
  const MINUTE = 60_000;
  const DAY = 86_400_000;
  const EARLIEST = Date.UTC(1990, 0, 1);
  // In order: when it was changed, then when it was published.
  const DATES = [
    'meta[property="article:modified_time"]',
    'meta[property="og:updated_time"]',
    'meta[itemprop="dateModified"], time[itemprop="dateModified"]',
    'meta[name="last-modified" i], meta[http-equiv="last-modified" i]',
    'meta[name="dcterms.modified" i], meta[name="DC.date.modified" i]',
    'script:dateModified',
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"], time[itemprop="datePublished"]',
    'script:datePublished',
  ];

  // A page can put its own things in the place of the document's (DOM clobbering): they throw, or are no text.
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch {
      return otherwise;
    }
  };

  const dayOf = (written: unknown): string | null => {
    if (typeof written !== 'string') return null;
    const time = Date.parse(written);
    if (!(time >= EARLIEST && time <= now + DAY)) return null;
    // The day as the page writes it, whatever the time zone of this computer.
    return /^\d{4}-\d\d-\d\d/.exec(written.trim())?.[0] ?? new Date(time).toISOString().slice(0, 10);
  };

  const inStructuredData = (name: string): string | null => {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const data: unknown = attempt(() => JSON.parse(script.textContent) as unknown, null);
      const nodes: unknown[] = Array.isArray(data) ? data : [data, ...graphOf(data)];
      for (const node of nodes) {
        const day = dayOf((node as Record<string, unknown> | null)?.[name]);
        if (day !== null) return day;
      }
    }
    return null;
  };
  const graphOf = (data: unknown): unknown[] => {
    const graph = (data as Record<string, unknown> | null)?.['@graph'];
    return Array.isArray(graph) ? graph : [];
  };

  const dayAt = (place: string): string | null => {
    if (place.startsWith('script:')) return inStructuredData(place.slice('script:'.length));
    for (const element of document.querySelectorAll(place)) {
      const day = dayOf(element.getAttribute('content') ?? element.getAttribute('datetime'));
      if (day !== null) return day;
    }
    return null;
  };

  // Where the server names none, browsers give the present moment.
  const dayOfFile = (): string | null => {
    const time = Date.parse(document.lastModified);
    return now - time > MINUTE ? dayOf(new Date(time).toISOString()) : null;
  };

  const modified = (): string | null => {
    for (const place of DATES) {
      const day = attempt(() => dayAt(place), null);
      if (day !== null) return day;
    }
    return attempt(dayOfFile, null);
  };

  const textOf = (read: () => unknown): string => {
    const text = attempt(read, '');
    return typeof text === 'string' ? text : '';
  };

  return {
    title: textOf(() => document.title),
    address: textOf(() => location.href),
    modified: modified(),
  };
}
