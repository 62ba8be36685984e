import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BenchmarkFigure } from '../../rubric/benchmark';
import { type Fraction, toNumber } from '../../scoring/fraction';
import { centreOf } from '../../scoring/position';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

const TOP = 5;

const useStyles = makeStyles({
  bar: { position: 'relative', height: '16px', marginInline: '6px' },
  track: {
    position: 'absolute',
    insetInline: '-6px',
    top: '5px',
    height: '6px',
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  span: {
    position: 'absolute',
    top: '5px',
    height: '6px',
    backgroundColor: tokens.colorBrandStroke1,
    opacity: 0.45,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'GrayText', opacity: 1 },
  },
  mark: { position: 'absolute', top: '2px', width: '12px', height: '12px', marginInlineStart: '-6px' },
  still: { position: 'static', display: 'inline-block', marginInlineStart: 0, flexShrink: 0 },
  mean: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    border: `2px solid ${tokens.colorNeutralBackground1}`,
    borderRadius: tokens.borderRadiusCircular,
    boxSizing: 'border-box',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  industry: {
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    transform: 'rotate(45deg) scale(0.75)',
  },
  target: {
    width: '2px',
    height: '16px',
    top: 0,
    marginInlineStart: '-1px',
    backgroundColor: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  legend: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalM}` },
  entry: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: { position: 'static', display: 'inline-block', width: '20px', flexShrink: 0 },
});

export interface RangeBarProps {
  readonly mean: Fraction | null;
  readonly low: Fraction | null;
  readonly high: Fraction | null;
  readonly target: Fraction | null;
  readonly figure: BenchmarkFigure | undefined;
}

/** The scale from 0 to 5 with the mean, its bounds, the target and the benchmark. The words beside it say the same. */
export function RangeBar({ mean, low, high, target, figure }: RangeBarProps) {
  const styles = useStyles();
  const centre = figure ? centreOf(figure) : null;
  const at = (value: number) => ({ insetInlineStart: `${(value / TOP) * 100}%` });
  return (
    <div aria-hidden="true" className={styles.bar}>
      <div className={styles.track} />
      {low && high && (
        <div
          className={styles.span}
          style={{ ...at(toNumber(low)), width: `${((toNumber(high) - toNumber(low)) / TOP) * 100}%` }}
        />
      )}
      {target && <div className={mergeClasses(styles.mark, styles.target)} style={at(toNumber(target))} />}
      {centre !== null && (
        <div className={mergeClasses(styles.mark, styles.industry)} style={at(centre / 100)} />
      )}
      {mean && <div className={mergeClasses(styles.mark, styles.mean)} style={at(toNumber(mean))} />}
    </div>
  );
}

/** What the marks of the bar mean. */
export function RangeLegend({ compared }: { readonly compared: boolean }) {
  const words = useWords();
  const styles = useStyles();
  const look = useLook();
  const marks = [
    { name: words('pane.you'), className: mergeClasses(styles.mark, styles.mean, styles.still) },
    { name: words('pane.bounds'), className: mergeClasses(styles.span, styles.swatch) },
    { name: words('pane.target'), className: mergeClasses(styles.mark, styles.target, styles.still) },
    ...(compared
      ? [
          {
            name: words('pane.industry'),
            className: mergeClasses(styles.mark, styles.industry, styles.still),
          },
        ]
      : []),
  ];
  return (
    <div className={mergeClasses(look.quiet, styles.legend)}>
      <span>{words('pane.scale')}</span>
      {marks.map(({ name, className }) => (
        <span key={name} className={styles.entry}>
          <span aria-hidden="true" className={className} />
          {name}
        </span>
      ))}
    </div>
  );
}
