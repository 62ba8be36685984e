import { useEffect } from 'react';

/** What a lost focus goes to the beginning of, from the innermost outwards. */
const PLACES = 'section, [role="tabpanel"], main';
/** A place without a heading may say what takes the focus instead. */
const HEADINGS = 'h1, h2, h3, [data-home]';
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, label, [tabindex]';

/** While a view is shown, the focus never falls out of it: see `keepFocus`. */
export const useKeptFocus = (): void => useEffect(() => keepFocus(document), []);

/**
 * Where what has the focus goes away, is hidden or switched off, and nothing else took the focus, the heading of what it
 * stood in takes it, or of the view that came in its place; a place without a heading takes it itself, until it has one.
 * Nothing is done while the person is in another window, such as the sheet. Gives the way to stop.
 */
export function keepFocus(page: Document): () => void {
  /** What had the focus last, and what that stood in, the innermost first. */
  let chain: readonly HTMLElement[] = [];
  let parked: HTMLElement | null = null;
  let away = false;

  function look(): void {
    const active = page.activeElement;
    if (away) return;
    if (parked !== null && active === parked) return moveInto(parked);
    const last = chain[0];
    if (last === undefined || !isGone(last)) return;
    const fell = active === null || active === page.body || active === last;
    // Where another view has taken the place of everything, that view is it.
    const views = page.querySelectorAll<HTMLElement>('main');
    const place = [...chain.filter((element) => element.matches(PLACES)), ...views, ...chain].find(
      (element) => !isGone(element),
    );
    if (fell && place) moveInto(place);
  }

  function moveInto(place: HTMLElement): void {
    const view = place.querySelector('main') ?? place;
    const heading = [...view.querySelectorAll<HTMLElement>(HEADINGS)].find((one) => !isGone(one));
    const target = heading ?? place;
    parked = heading ? null : place;
    if (target === page.activeElement) return;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus();
  }

  const observer = new MutationObserver(look);
  observer.observe(page, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden', 'disabled'],
  });
  const takesFocus = ({ target }: Event): void => {
    away = false;
    chain = ancestry(target);
  };
  // Who presses beside everything has let go of what had the focus.
  const letsGo = ({ target }: Event): void => {
    if (target instanceof Element && target.closest(FOCUSABLE) === null) chain = [];
  };
  const leaves = (): void => void (away = true);
  const comesBack = (): void => {
    away = false;
    look();
  };
  const listened: readonly (readonly [EventTarget | null, string, (event: Event) => void])[] = [
    [page, 'focusin', takesFocus],
    [page, 'pointerdown', letsGo],
    [page.defaultView, 'blur', leaves],
    [page.defaultView, 'focus', comesBack],
  ];
  for (const [target, event, act] of listened) target?.addEventListener(event, act);
  return () => {
    observer.disconnect();
    for (const [target, event, act] of listened) target?.removeEventListener(event, act);
  };
}

function ancestry(target: EventTarget | null): readonly HTMLElement[] {
  const chain: HTMLElement[] = [];
  for (let one = target; one instanceof HTMLElement; one = one.parentElement) chain.push(one);
  return chain;
}

const isGone = (element: HTMLElement): boolean =>
  !element.isConnected || element.closest('[hidden]') !== null || element.matches(':disabled');
