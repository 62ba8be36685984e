import english from '../../assets/locales/en.json';
import { type Catalogue, type Words, wordsOf } from '../../src/words/words';
import { dayWords } from '../../src/pane/day-words';
import { CELL, fakePorts, published, published2023, rubric, sampleBenchmark } from './fixtures';
import { webAddress } from '../../src/pane/evidence/web-address';
import { beginningOf } from '../../src/pane/evidence/whole-text';
import { PAGES } from './evidence-fixtures';
import { REASON, REFUSAL } from './exhibit';
import { findings, SOURCE, TITLE } from './gallery';
import { threePages } from './side-panel-fixtures';

const OPEN = '⟦';
const CLOSE = '⟧';

/** A text of the catalogue as a longer language would have it: 40 % longer, between brackets, placeholders untouched. */
const longer = (text: string): string =>
  `${OPEN}${text} ${'~~~~~~~ '.repeat(Math.ceil(text.length / 20)).slice(0, Math.ceil(text.length * 0.4))}${CLOSE}`;

const translated = Object.fromEntries(
  Object.entries(english).map(([section, texts]) => [
    section,
    section === 'meta'
      ? texts
      : Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, longer(text)])),
  ]),
) as Catalogue;

/** The pane in a language that nobody speaks: whatever stands outside the brackets was not in the catalogue. */
export const pseudo: Words = wordsOf(translated);

const { benchmark, clock } = fakePorts();

/** What rubric files, benchmarks, adapters and workbooks say is theirs, in their language; so is a date, which Intl writes. */
const content: ReadonlySet<string | null | undefined> = new Set([
  ...textsOf([threePages, rubric, published, published2023, sampleBenchmark, findings, PAGES]),
  ...threePages.map(({ address }) => webAddress(address)?.host),
  ...['team.xlsx', 'JSP assessment.xlsx'],
  ...Object.values(PAGES).flatMap(({ address, quote }) => [webAddress(address)?.host, beginningOf(quote)]),
  ...[REFUSAL, REASON, CELL, SOURCE, TITLE, benchmark.endpoint, dayWords(clock(), pseudo)],
]);

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

/** Texts and names in the tree that neither the catalogue nor content accounts for. */
export function unwrapped(root: HTMLElement): string[] {
  const texts = [...nodesOf(root)].flatMap((node) => {
    const label =
      node instanceof Element ? [node.getAttribute('aria-label'), node.getAttribute('placeholder')] : [];
    return node.nodeType === Node.TEXT_NODE && !isCode(node) ? [node.textContent] : label;
  });
  return texts.filter((text): text is string => text !== null && isForeign(text));
}

function* nodesOf(root: Node): Generator<Node> {
  yield root;
  for (const child of root.childNodes) yield* nodesOf(child);
}

/** Bytes, hashes and paths of the row are shown as they are; so is what a user puts into a box. */
const isCode = (node: Node): boolean => Boolean(node.parentElement?.closest('pre, code, textarea'));

function isForeign(text: string): boolean {
  const bare = text.trim();
  if (bare === '' || content.has(bare) || !/\p{L}/u.test(bare)) return false;
  return !(bare.startsWith(OPEN) && bare.endsWith(CLOSE));
}
