import type { Words } from '../../words/words';
import { ACCENT, BAND, INK, LEVEL_FILLS, MUTED, REFERENCE } from './charts/layout';
import { REFERENCE_DASHES, type RangeRow } from './charts/range-panel';
import { element, type Html } from './html';

interface Key {
  readonly drawing: readonly Html[];
  readonly text: string;
}

/** What band, line and dot of a score mean, as far as the rows have them; `references` names the published figures in the order of their dashes. */
export function scoreLegend(words: Words, rows: readonly RangeRow[], references: readonly string[]): Html {
  const has = (part: 'p25' | 'median' | 'mean' | 'margin') => rows.some((row) => row[part] !== undefined);
  const dot = element('circle', { cx: '11', cy: '7', r: '3.8', fill: ACCENT });
  const mean = has('margin')
    ? { drawing: [line(ACCENT, 'level', '1.75'), dot], text: words('report.keyInterval') }
    : { drawing: [dot], text: words('report.keyMean') };
  return legend([
    ...(has('p25') ? [{ drawing: [box(BAND)], text: words('report.keyQuartiles') }] : []),
    ...(has('median') ? [{ drawing: [line(INK, 'upright', '2.5')], text: words('report.keyMedian') }] : []),
    ...(has('mean') ? [mean] : []),
    ...references.map((title, at) => ({
      drawing: [line(REFERENCE, 'upright', '1.75', REFERENCE_DASHES[at])],
      text: title,
    })),
  ]);
}

/** The colours of the levels. `names` are those of levels 0 to 5. */
export function levelLegend(words: Words, names: readonly string[]): Html {
  return legend(
    LEVEL_FILLS.map((fill, level) => ({
      drawing: [box(fill, MUTED)],
      text: words('report.keyLevel', { level, name: names[level] ?? '' }),
    })),
  );
}

const legend = (keys: readonly Key[]): Html =>
  element(
    'ul',
    { class: 'legend' },
    ...keys.map(({ drawing, text }) =>
      element(
        'li',
        {},
        element(
          'svg',
          { width: '22', height: '14', viewBox: '0 0 22 14', 'aria-hidden': 'true' },
          ...drawing,
        ),
        text,
      ),
    ),
  );

const box = (fill: string, stroke = fill): Html =>
  element('rect', { x: '1', y: '1', width: '20', height: '12', fill, stroke, 'stroke-width': '0.75' });

function line(color: string, way: 'upright' | 'level', width: string, dash?: readonly number[]): Html {
  const ends =
    way === 'upright' ? { x1: '11', y1: '0', x2: '11', y2: '14' } : { x1: '1', y1: '7', x2: '21', y2: '7' };
  const dashes = dash?.join(' ');
  return element('line', { ...ends, stroke: color, 'stroke-width': width, 'stroke-dasharray': dashes });
}
