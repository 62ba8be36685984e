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

  const MONTHS: readonly RegExp[] = [
    /^(?:jan|gen|ene|一)/,
    /^(?:feb|fe?v|fév)/,
    /^(?:mar|m[aä]r|maa|mrt)/,
    /^(?:apr|avr|abr)/,
    /^(?:may|mai|mei|mag)/,
    /^(?:jun|juin|giu)/,
    /^(?:jul|juil|lug)/,
    /^(?:aug|ao[uû]t|ago)/,
    /^(?:sep|set)/,
    /^(?:oct|okt|ott|out)/,
    /^(?:nov)/,
    /^(?:dec|dez|déc|dic)/,
  ];
  const TIME = String.raw`(?:[T ,]+(?:at |um |à )?\d{1,2}[:.]\d{2}.{0,24})?`;
  const written = (pattern: string): RegExp => new RegExp(`^${pattern}${TIME}$`, 'i');
  const ISO = written(String.raw`(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})`);
  const EASTERN = /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/;
  const DAY_FIRST = written(
    String.raw`(?:[a-zé]{2,10}\.?,? )?(\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: de)?[ -](\p{L}{3,10})\.?(?: de)?,?[ -](\d{4})`,
  );
  const MONTH_FIRST = written(
    String.raw`(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`,
  );
  const NUMBERS = written(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4})`);

  const monthOf = (name: string): number => MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1;

  /** 1 where the page's language puts the day first, -1 where the month; 0 where it does not say. */
  const dayFirst = (): number => {
    const language = attempt(() => document.documentElement.lang, '');
    const said = typeof language === 'string' ? language.toLowerCase() : '';
    if (/^(?:en-(?:us|ph)|fil)/.test(said)) return -1;
    if (
      /^(?:en-(?:gb|ie|au|nz|in|za)|de|fr(?!-ca)|es|it|pt|nl|da|nb|no|nn|fi|pl|cs|sk|sl|hr|ro|ru|uk|el|tr|bg|et|lv)\b/.test(
        said,
      )
    )
      return 1;
    return 0;
  };

  const fromNumbers = (a: number, b: number): readonly [month: number, day: number] => {
    if (a === b) return [a, b];
    if (a > 12) return [b, a];
    if (b > 12) return [a, b];
    const order = dayFirst();
    return order > 0 ? [b, a] : order < 0 ? [a, b] : [0, 0];
  };

  // Only what is a date and nothing else, as the page writes it, whatever the time zone of this computer.
  const dateIn = (text: string): readonly [year: number, month: number, day: number] | null => {
    const iso = ISO.exec(text);
    if (iso) return [Number(iso[1]), Number(iso[3]), Number(iso[4])];
    const eastern = EASTERN.exec(text);
    if (eastern) return [Number(eastern[1]), Number(eastern[2]), Number(eastern[3])];
    const day = new RegExp(DAY_FIRST.source, 'iu').exec(text);
    if (day) return [Number(day[3]), monthOf(day[2] ?? ''), Number(day[1])];
    const month = MONTH_FIRST.exec(text);
    if (month) return [Number(month[3]), monthOf(month[1] ?? ''), Number(month[2])];
    const numbers = NUMBERS.exec(text);
    return numbers && [Number(numbers[4]), ...fromNumbers(Number(numbers[1]), Number(numbers[3]))];
  };

  const dayOf = (said: unknown): string | null => {
    if (typeof said !== 'string') return null;
    const found = dateIn(said.trim().replace(/\s+/g, ' '));
    if (found === null) return null;
    const [year, month, day] = found;
    const time = Date.UTC(year, month - 1, day);
    const exact = new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day;
    return exact && time >= EARLIEST && time <= now + DAY ? new Date(time).toISOString().slice(0, 10) : null;
  };

  const samePage = (address: unknown): boolean => {
    if (typeof address !== 'string' || address === '') return true;
    const url = attempt(() => new URL(address, location.href), null);
    return (
      url === null ||
      url.pathname + url.search === location.pathname + location.search ||
      url.pathname === location.pathname
    );
  };

  const OTHERS =
    /Comment|Answer|Question|Review|Rating|Organization|Person|Product|Offer|ImageObject|VideoObject|BreadcrumbList|Event/i;
  const record = (node: unknown): Record<string, unknown> =>
    typeof node === 'object' && node !== null ? (node as Record<string, unknown>) : {};
  const isOfPage = (node: unknown): boolean => {
    const of = record(node);
    const main = of['mainEntityOfPage'];
    const type = [of['@type']].flat().join(' ');
    return (
      !OTHERS.test(type.replace(/QAPage|EventSeries|ReviewNewsArticle/g, '')) &&
      samePage(of['url']) &&
      samePage(typeof main === 'string' ? main : record(main)['@id'])
    );
  };

  const inStructuredData = (name: string): string | null => {
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const data: unknown = attempt(() => JSON.parse(script.textContent) as unknown, null);
      const nodes: unknown[] = Array.isArray(data) ? data : [data, ...graphOf(data)];
      for (const node of nodes.filter(isOfPage)) {
        const day = dayOf(record(node)[name]);
        if (day !== null) return day;
      }
    }
    return null;
  };
  const graphOf = (data: unknown): unknown[] => {
    const graph = record(data)['@graph'];
    return Array.isArray(graph) ? graph : [];
  };

  const OF_OTHERS =
    '[itemtype*="Comment"], [itemtype*="Answer"], [itemtype*="Review"], [itemprop~="comment"], [itemprop~="review"], [id^="comment" i], [class*="comment" i], [role="comment"]';
  const dayAt = (place: string): string | null => {
    if (place.startsWith('script:')) return inStructuredData(place.slice('script:'.length));
    for (const element of document.querySelectorAll(place)) {
      if (element.closest(OF_OTHERS)) continue;
      const day = dayOf(element.getAttribute('content') ?? element.getAttribute('datetime'));
      if (day !== null) return day;
    }
    return null;
  };

  // The document came for another address than the one that is shown: what it says may be of the view before, unless it names this one.
  const movedOn = (): boolean => {
    const route = ({ pathname, search, hash }: URL): string =>
      pathname + search + (/^#!?\//.test(hash) ? hash : '');
    const here = route(new URL(location.href));
    // Where the browser tells its entries, an address that only replaced the first one is no other view.
    const entries = (
      window as { navigation?: { entries(): { url: string | null; sameDocument: boolean }[] } }
    ).navigation
      ?.entries()
      .filter(({ sameDocument }) => sameDocument);
    const came = entries?.map(({ url }) => url) ?? [performance.getEntriesByType('navigation')[0]?.name];
    if (came.every((url) => url == null || route(new URL(url)) === here)) return false;
    const named =
      document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
      document.querySelector('meta[property="og:url"]')?.getAttribute('content') ??
      '';
    const url = named === '' ? null : attempt(() => new URL(named, location.href), null);
    return url === null || route(url) !== here;
  };

  // The file of an application holds none of what it shows.
  const isShell = (): boolean =>
    /^#!?\//.test(location.hash) ||
    document.querySelector(
      '#root, #app, #__next, #__nuxt, #___gatsby, app-root, [ng-version], [ng-app], [data-reactroot], [data-v-app], [data-server-rendered]',
    ) !== null;

  // Where the server names none, browsers give the present moment. The header is in UTC, and so is its day.
  const dayOfFile = (): string | null => {
    const time = Date.parse(document.lastModified);
    if (isShell() || !(time >= EARLIEST && now - time > MINUTE)) return null;
    return new Date(time).toISOString().slice(0, 10);
  };

  const modified = (): { readonly day: string; readonly from: string } | null => {
    if (attempt(movedOn, false)) return null;
    for (const place of DATES) {
      const day = attempt(() => dayAt(place), null);
      if (day !== null) return { day, from: /[\w:.-]+(?="\s?i?\])|\w+$/.exec(place)?.[0] ?? place };
    }
    const day = attempt(dayOfFile, null);
    return day === null ? null : { day, from: 'Last-Modified' };
  };

  const textOf = (read: () => unknown): string => {
    const text = attempt(read, '');
    return typeof text === 'string' ? text : '';
  };

  const date = modified();
  return {
    title: textOf(() => document.title),
    address: textOf(() => location.href),
    modified: date?.day ?? null,
    modifiedFrom: date?.from ?? null,
  };
}
