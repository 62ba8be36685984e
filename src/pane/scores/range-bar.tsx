import { mergeClasses } from '@fluentui/react-components';
import type { BenchmarkFigure } from '../../rubric/benchmark';
import { type Fraction, toNumber } from '../../scoring/fraction';
import { referenceMark, useRangeMarks } from './range-marks';

const TOP = 5;

export interface RangeBarProps {
  readonly own: Fraction | null;
  /** What the own value may still become; absent for an item. */
  readonly low?: Fraction | null;
  readonly high?: Fraction | null;
  readonly target: Fraction | null;
  /** Hundredths. What is not published is not drawn. */
  readonly figure: (BenchmarkFigure & { readonly margin?: number | undefined }) | undefined;
  /** Means of published reports, in hundredths. */
  readonly references?: readonly { readonly report: number; readonly mean: number }[];
}

/**
 * The scale from 0 to 5 in two lanes: above, the team's value with its bounds and the target; below, the published
 * quartile band with median, mean and margin, and reference lines. The words beside it say the same.
 */
export function RangeBar({ own, low, high, target, figure = {}, references = [] }: RangeBarProps) {
  const marks = useRangeMarks();
  const { p25, median, p75, mean, margin } = figure;
  const bounded = low && high && toNumber(low) < toNumber(high);
  return (
    <div aria-hidden="true" className={marks.bar}>
      <div className={marks.track} />
      {p25 !== undefined && p75 !== undefined && (
        <div data-mark="band" className={marks.band} style={between(p25 / 100, p75 / 100)} />
      )}
      {references.map(({ report, mean: reported }) => (
        <div
          key={report}
          data-mark="reference"
          className={mergeClasses(marks.reference, marks[referenceMark(report)])}
          style={at(reported / 100)}
        />
      ))}
      {mean !== undefined && margin !== undefined && (
        <div
          data-mark="margin"
          className={marks.margin}
          style={between(Math.max(0, mean - margin) / 100, Math.min(TOP, (mean + margin) / 100))}
        />
      )}
      {median !== undefined && <div data-mark="median" className={marks.median} style={at(median / 100)} />}
      {mean !== undefined && <div data-mark="mean" className={marks.mean} style={at(mean / 100)} />}
      {bounded && (
        <div data-mark="bounds" className={marks.bounds} style={between(toNumber(low), toNumber(high))} />
      )}
      {target && <div data-mark="target" className={marks.target} style={at(toNumber(target))} />}
      {own && <div data-mark="own" className={marks.own} style={at(toNumber(own))} />}
    </div>
  );
}

const percent = (value: number): string => `${(value / TOP) * 100}%`;
const at = (value: number) => ({ insetInlineStart: percent(value) });
const between = (from: number, to: number) => ({ ...at(from), width: percent(to - from) });
