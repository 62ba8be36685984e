import * as z from 'zod/mini';

/** What is selected on a page, as far as it lets us see. */
export const selectionSchema = z.object({
  /** Each selection as it is seen, of the page first, then of its frames. */
  texts: z.array(z.string()),
  /** What was last used on the page is a frame that it may not look into: of another site, or locked. */
  closed: z.boolean(),
});
export type PageSelection = z.infer<typeof selectionSchema>;

/**
 * Runs in the page (chrome.scripting.executeScript): everything it uses is inside it. Reads what is selected in the page
 * and, in the same moment, in every frame that the page itself may look into, so that a frame that goes away takes
 * nothing along. Text that nobody sees is left out. Changes nothing.
 */
export function readSelection(): PageSelection {
  const attempt = <T>(read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch {
      return otherwise;
    }
  };

  const unseen = (element: Element, view: Window, known: Map<Element, boolean>): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const style = view.getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // Boxes of no size are common (`display: contents`, floats); they hide only what they cut off.
    const isCut = (box.width <= 1 || box.height <= 1) && style.overflow !== 'visible';
    const isClipped =
      /^rect\((0|1)(px)?[, ]/.test(style.getPropertyValue('clip')) ||
      /^inset\((50|100)%/.test(style.clipPath);
    const isOutside =
      box.width > 0 &&
      (box.right + view.scrollX <= 0 || box.bottom + view.scrollY <= 0) &&
      style.position !== 'static';
    const own =
      style.opacity === '0' ||
      style.fontSize === '0px' ||
      (isCut && style.display !== 'inline') ||
      isClipped ||
      isOutside;
    const parent = element.parentElement;
    const answer = own || (parent !== null && unseen(parent, view, known));
    known.set(element, answer);
    return answer;
  };

  /** What is seen of a range: lines where blocks end, spaces as the page shows them. */
  const seenIn = (range: Range, view: Window): { text: string; hidden: string[] } => {
    const root = range.commonAncestorContainer;
    const walker = view.document.createTreeWalker(root, 5 /* elements and text */);
    const known = new Map<Element, boolean>();
    const hidden: string[] = [];
    let text = '';
    let block: Element | null = null;
    for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
      if (!range.intersectsNode(node)) continue;
      if (node.nodeName === 'BR') text += '\n';
      const parent = node.parentElement;
      if (node.nodeType !== 3 || parent === null) continue;
      const to = node === range.endContainer ? range.endOffset : undefined;
      const whole = node.nodeValue ?? '';
      const part = whole.slice(node === range.startContainer ? range.startOffset : 0, to);
      const style = view.getComputedStyle(parent);
      const around = view.document.createRange();
      around.selectNode(node);
      const isShown = style.visibility === 'visible' && around.getClientRects().length > 0;
      if (!isShown || unseen(parent, view, known)) {
        hidden.push(part.replace(/\s+/g, ' ').trim());
        continue;
      }
      let own: Element | null = parent;
      while (own !== null && /^(inline|contents|ruby)/.test(view.getComputedStyle(own).display))
        own = own.parentElement;
      const seen = style.whiteSpace.startsWith('pre') ? part : part.replace(/\s+/g, ' ');
      if (seen.trim() === '' && own !== block) continue;
      if (block !== null && own !== block)
        text += own?.nodeName === 'P' || block.nodeName === 'P' ? '\n\n' : '\n';
      block = own;
      text += seen;
    }
    return { text, hidden };
  };

  const selectedIn = (view: Window): string => {
    const selection = view.getSelection();
    const said = String(selection ?? '');
    if (selection === null || said.trim() === '') return '';
    const flat = said.replace(/\s+/g, ' ');
    const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i));
    const seen = attempt(() => ranges.map((range) => seenIn(range, view)), []);
    // The browser's own words, unless they hold what nobody sees.
    return seen.some(({ hidden }) => hidden.some((text) => text !== '' && flat.includes(text)))
      ? seen.map(({ text }) => text).join('\n')
      : said;
  };

  const texts: string[] = [];
  const visit = (view: Window): void => {
    const text = attempt(() => selectedIn(view), '');
    if (text !== '') texts.push(text);
    for (let i = 0; i < view.length; i += 1) attempt(() => visit(view[i] as Window), undefined);
  };
  visit(window);

  const isClosed = (page: Document): boolean => {
    const active = page.activeElement;
    if (active === null || !/^I?FRAME$/.test(active.nodeName)) return false;
    const inner = attempt(() => (active as HTMLIFrameElement).contentDocument, null);
    return inner === null || isClosed(inner);
  };
  return { texts, closed: attempt(() => isClosed(document), false) };
}
