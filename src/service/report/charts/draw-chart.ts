import { parse, View, type Loader } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { element, finished, fragment, type Html } from '../html';
import { LAYOUTS, type Layout } from './layout';

/** A chart in words, and how to draw it on a page of some width. */
export interface Chart {
  /** What it shows, for those who do not see it; the table behind it holds the numbers. */
  readonly label: string;
  readonly specFor: (layout: Layout) => TopLevelSpec;
}

/**
 * Draws a chart twice, for paper or a wide screen and for a phone; the style sheet shows one of them. Vega-Lite 6 to
 * SVG, presentation attributes only. A spec that wants to load anything is a bug and rejects.
 */
export async function drawChart({ label, specFor }: Chart): Promise<Html> {
  const drawings = await Promise.all(LAYOUTS.map((layout) => drawOnce(specFor(layout), label, layout)));
  return fragment(...drawings);
}

async function drawOnce(spec: TopLevelSpec, label: string, { name }: Layout): Promise<Html> {
  const wanted: string[] = [];
  const view = new View(parse(compile(spec).spec), { renderer: 'none', loader: loaderOfNothing(wanted) });
  try {
    const svg = await view.toSVG();
    // Vega goes on without what it could not load, and would draw a chart with nothing in it.
    if (wanted.length > 0) throw new Error(`A chart loads nothing: ${wanted.join(', ')}`);
    return framed(svg, label, name);
  } finally {
    view.finalize();
  }
}

/** Refuses every address and keeps it. */
function loaderOfNothing(wanted: string[]): Loader {
  const refuse = (address: string): Promise<never> => {
    wanted.push(address);
    return Promise.reject(new Error(`A chart loads nothing: ${address}`));
  };
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

/** The drawing in a frame of its own: an image with a label, in place of Vega's namespaces and roles. */
function framed(svg: string, label: string, name: Layout['name']): Html {
  const [, attributes = '', drawing = ''] = /^<svg([^>]*)>(.*)<\/svg>$/s.exec(svg) ?? [];
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(attributes) ?? [];
  if (width === undefined || height === undefined) throw new Error('Vega wrote no drawing');
  const viewBox = `0 0 ${width} ${height}`;
  return element(
    'svg',
    { class: `chart ${name}`, role: 'img', 'aria-label': label, viewBox, width, height },
    finished(drawing),
  );
}
