import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReleaseFigure } from '../../rubric/release';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { referenceMark, useRangeMarks } from './range-marks';

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalM}` },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  still: { position: 'static', display: 'inline-block', marginInlineStart: 0, flexShrink: 0 },
  wide: { width: '20px' },
  upright: { height: '12px' },
});

export interface RangeLegendProps {
  /** All published figures that the charts draw. */
  readonly figures: readonly (Partial<ReleaseFigure> | undefined)[];
  /** The reports drawn as reference lines, by title and number. */
  readonly reports?: readonly { readonly title: string; readonly report: number }[];
}

/** What the marks of the bars mean; only those that are drawn. */
export function RangeLegend({ figures, reports = [] }: RangeLegendProps) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const marks = useRangeMarks();
  const any = (...kinds: readonly (keyof ReleaseFigure)[]) =>
    figures.some((figure) => kinds.every((kind) => figure?.[kind] !== undefined));
  const entries = [
    { name: words('pane.you'), looks: [marks.own] },
    { name: words('pane.bounds'), looks: [marks.bounds, styles.wide] },
    { name: words('pane.target'), looks: [marks.target] },
    ...(any('p25', 'p75') ? [{ name: words('compare.middleHalf'), looks: [marks.band, styles.wide] }] : []),
    ...(any('median') ? [{ name: words('compare.median'), looks: [marks.median] }] : []),
    ...(any('mean') ? [{ name: words('compare.mean'), looks: [marks.mean] }] : []),
    ...(any('mean', 'margin') ? [{ name: words('compare.margin'), looks: [marks.margin, styles.wide] }] : []),
    ...reports.map(({ title, report }) => ({
      name: title,
      looks: [marks.reference, marks[referenceMark(report)], styles.upright],
    })),
  ];
  return (
    <div className={mergeClasses(look.quiet, styles.legend)}>
      <span>{words('pane.scale')}</span>
      {entries.map(({ name, looks }) => (
        <span key={name} className={styles.entry}>
          <span aria-hidden="true" className={mergeClasses(...looks, styles.still)} />
          {name}
        </span>
      ))}
    </div>
  );
}
