import { makeStyles, tokens } from '@fluentui/react-components';

const FORCED = '@media (forced-colors: active)';

/** How the reference lines of a report look: by its number, in turn. */
export const referenceMark = (report: number): 'dashed' | 'dotted' =>
  report % 2 === 0 ? 'dashed' : 'dotted';

/** What every range chart is drawn with: the team in the brand's colour above, the industry in ink and grey below. */
export const useRangeMarks = makeStyles({
  // The marks at 0 and 5 reach 6 px beyond the scale.
  bar: { position: 'relative', height: '26px', marginInline: '6px' },
  track: {
    position: 'absolute',
    insetInline: '-6px',
    top: '16px',
    height: '4px',
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusCircular,
    [FORCED]: { outline: '1px solid GrayText' },
  },
  band: {
    position: 'absolute',
    top: '12px',
    height: '12px',
    minWidth: '3px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralStroke2,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
  },
  median: {
    position: 'absolute',
    top: '10px',
    width: '3px',
    height: '16px',
    marginInlineStart: '-1.5px',
    backgroundColor: tokens.colorNeutralForeground1,
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  margin: {
    position: 'absolute',
    top: '17px',
    height: '2px',
    backgroundColor: tokens.colorNeutralForeground3,
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'CanvasText' },
  },
  mean: {
    position: 'absolute',
    top: '14px',
    width: '8px',
    height: '8px',
    marginInlineStart: '-4px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  reference: {
    position: 'absolute',
    top: '10px',
    height: '16px',
    marginInlineStart: '-1px',
    borderInlineStartWidth: '2px',
    borderInlineStartColor: tokens.colorNeutralForeground3,
  },
  dashed: { borderInlineStartStyle: 'dashed' },
  dotted: { borderInlineStartStyle: 'dotted' },
  bounds: {
    position: 'absolute',
    top: '1px',
    height: '3px',
    backgroundColor: tokens.colorBrandStroke1,
    borderRadius: tokens.borderRadiusCircular,
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  target: {
    position: 'absolute',
    top: '2px',
    width: '7px',
    height: '7px',
    marginInlineStart: '-3.5px',
    boxSizing: 'border-box',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1.5px solid ${tokens.colorNeutralForeground1}`,
    transform: 'rotate(45deg)',
  },
  own: {
    position: 'absolute',
    top: 0,
    width: '12px',
    height: '11px',
    marginInlineStart: '-6px',
    backgroundColor: tokens.colorCompoundBrandBackground,
    clipPath: 'polygon(0 0, 100% 0, 50% 100%)',
    [FORCED]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
});
