/** Excel's pane is 350 px at first; 320 and 450 are the widths it is designed for, and a person may go a little further. */
const WIDTH = { first: 350, least: 320, most: 600, step: 10 } as const;

/** Lets a person set the pane's width with the pointer or the arrow keys, as the ARIA window splitter pattern asks. */
export function attachSplitter(splitter: HTMLElement, pane: HTMLElement): void {
  let width: number = WIDTH.first;

  function setWidth(wanted: number): void {
    width = Math.min(WIDTH.most, Math.max(WIDTH.least, Math.round(wanted)));
    pane.style.width = `${width}px`;
    splitter.setAttribute('aria-valuenow', String(width));
  }

  splitter.setAttribute('aria-valuemin', String(WIDTH.least));
  splitter.setAttribute('aria-valuemax', String(WIDTH.most));
  setWidth(WIDTH.first);
  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
  });
  splitter.addEventListener('pointermove', (event) => {
    if (splitter.hasPointerCapture(event.pointerId))
      setWidth(pane.getBoundingClientRect().right - event.clientX);
  });
  splitter.addEventListener('keydown', (event) => {
    const wanted = {
      ArrowLeft: width + WIDTH.step,
      ArrowRight: width - WIDTH.step,
      Home: WIDTH.least,
      End: WIDTH.most,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    setWidth(wanted);
  });
}
