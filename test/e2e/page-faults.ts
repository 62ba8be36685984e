/*
 * What a browser can see and jsdom cannot. Each function runs inside the page, by its source text: it may use nothing
 * from outside its own braces.
 */

/** Whatever makes the page wider than its window, and every text that its own box cuts; none when all fits. */
export function layoutFaults(): string[] {
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.textContent || element.outerHTML).slice(0, 60)}`;
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
  const root = document.documentElement;
  const wide = shown.filter(
    (element) =>
      element.getBoundingClientRect().right > root.clientWidth + 0.5 ||
      (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1),
  );
  const faults =
    root.scrollWidth > root.clientWidth ? [`too wide: ${wide.slice(-3).map(nameOf).join(', ')}`] : [];
  const brush = document.createElement('canvas').getContext('2d');
  for (const element of shown) {
    const style = getComputedStyle(element);
    if (element instanceof HTMLSelectElement && brush) {
      brush.font = style.font;
      const text = element.selectedOptions[0]?.text ?? '';
      const room = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (brush.measureText(text).width > room + 1) faults.push(`cut: ${text} (${room} px)`);
    }
    // Text for screen readers alone is clipped to nothing on purpose.
    if (style.clipPath.startsWith('inset') || element.textContent.trim() === '') continue;
    const across = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const below = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
    const isSelect = element instanceof HTMLSelectElement;
    if (!isSelect && element.clientWidth > 0 && (across || below)) faults.push(`cut: ${nameOf(element)}`);
  }
  return faults;
}

export interface Stop {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Marks everything that Tab should stop at, in the order of the document; a group of radio buttons is one stop. */
export function markStops(): Stop[] {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].filter((element) => element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'));
  const groups = new Map<string, HTMLInputElement[]>();
  for (const radio of controls) {
    if (!(radio instanceof HTMLInputElement) || radio.type !== 'radio') continue;
    groups.set(radio.name, [...(groups.get(radio.name) ?? []), radio]);
  }
  const entrances = new Set(
    [...groups.values()].map((group) => group.find((one) => one.checked) ?? group[0]),
  );
  return controls
    .filter((one) => !(one instanceof HTMLInputElement) || one.type !== 'radio' || entrances.has(one))
    .map((element, at) => {
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
      const name = `${at} ${element.getAttribute('aria-label') ?? label ?? element.textContent}`.slice(0, 50);
      element.dataset['stop'] = name;
      // The mark of a focus may lie around the control, or around the label it belongs to.
      const box = (element.closest('.fui-Radio, .fui-Checkbox') ?? element).getBoundingClientRect();
      const air = 4;
      const x = Math.max(0, box.x - air);
      const y = Math.max(0, box.y - air);
      return { name, x, y, width: box.right + air - x, height: box.bottom + air - y };
    });
}

/** The mark of the stop that has the focus; otherwise what has it. */
export function focusedStop(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return 'nothing';
  return focused.dataset['stop'] ?? focused.outerHTML.slice(0, 120);
}

/** Marks the buttons, fields and boxes that a line or a fill tells from their ground; how many there are. */
export function markEdges(): number {
  const controls = [
    ...document.querySelectorAll<HTMLElement>(
      'button, select, textarea, input, .fui-Radio__indicator, .fui-Checkbox__indicator',
    ),
  ].filter((element) => element.checkVisibility({ opacityProperty: true }));
  const clear = (color: string) => /^rgba\(.*, 0\)$/.test(color);
  const edged = controls.filter((element) => {
    const { backgroundColor, borderBottomColor, borderBottomWidth } = getComputedStyle(element);
    return !clear(backgroundColor) || (parseFloat(borderBottomWidth) > 0 && !clear(borderBottomColor));
  });
  edged.forEach((element) => (element.dataset['edge'] = ''));
  return edged.length;
}

/** What `markEdges` marked and no line surrounds now: in forced colours a fill shows nothing. */
export function lostEdges(): string[] {
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll<HTMLElement>('[data-edge]')]
    .filter((element) => {
      const line = getComputedStyle(element);
      return !(parseFloat(line.borderBottomWidth) >= 1 && line.borderBottomColor !== ground);
    })
    .map((element) => element.outerHTML.replace(/class="[^"]*"/, '').slice(0, 120));
}

/** Gives the focus to a button that can be pressed, counted round, and presses it. Gives its name; null where there is none. */
export function pressButton(at: number): string | null {
  const buttons = [...document.querySelectorAll<HTMLElement>('button, [role="tab"]')].filter(
    (element) => element.checkVisibility() && element.getAttribute('aria-disabled') !== 'true',
  );
  const button = buttons[Math.floor(at) % buttons.length];
  if (!button) return null;
  button.focus();
  button.click();
  return (button.getAttribute('aria-label') ?? button.textContent).slice(0, 60);
}

/** Whether nothing in the page has the focus. */
export const focusFell = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Animations that never end, while they run. */
export function endlessMotion(): string[] {
  return document
    .getAnimations()
    .filter(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations === Infinity)
    .map(
      ({ effect }) =>
        (effect instanceof KeyframeEffect ? effect.target?.outerHTML.slice(0, 120) : null) ?? 'motion',
    );
}
