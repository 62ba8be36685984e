import { parse, View, type Loader } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { element, finished, fragment, type Html } from '../html';
import { LAYOUTS, type Layout } from './layout';

const refuse = (what: string): Promise<never> => Promise.reject(new Error(`A chart loads nothing: ${what}`));
const NO_LOADER: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** A chart in words, and how to draw it on a page of some width. */
export interface Chart {
  /** What it shows, for those who do not see it; the table behind it holds the numbers. */
  readonly label: string;
  readonly specFor: (layout: Layout) => TopLevelSpec;
}

/**
 * Draws a chart twice, for paper or a wide screen and for a phone; the style sheet shows one of them. Vega-Lite 6 to SVG,
 * presentation attributes only. Rejects where a spec wants to load something.
 */
export async function drawChart({ label, specFor }: Chart): Promise<Html> {
  const drawings = await Promise.all(LAYOUTS.map((layout) => drawOnce(specFor(layout), label, layout)));
  return fragment(...drawings);
}

async function drawOnce(spec: TopLevelSpec, label: string, { name }: Layout): Promise<Html> {
  const view = new View(parse(compile(spec).spec), { renderer: 'none', loader: NO_LOADER });
  try {
    const [, attributes = '', drawing = ''] = /^<svg([^>]*)>(.*)<\/svg>$/s.exec(await view.toSVG()) ?? [];
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(attributes) ?? [];
    if (width === undefined || height === undefined) throw new Error('Vega wrote no drawing');
    const frame = { viewBox: `0 0 ${width} ${height}`, width, height };
    return element(
      'svg',
      { class: `chart ${name}`, role: 'img', 'aria-label': label, ...frame },
      finished(drawing),
    );
  } finally {
    view.finalize();
  }
}
