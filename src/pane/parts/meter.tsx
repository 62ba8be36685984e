import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '4px',
    width: '100%',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground6,
    borderRadius: tokens.borderRadiusCircular,
    '@media (forced-colors: active)': { height: '6px', outline: '1px solid CanvasText' },
  },
  fill: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
});

/** A thin bar beside a number that says the same, so it is nothing to a screen reader. */
export function Meter({ share }: { readonly share: number }) {
  const styles = useStyles();
  return (
    <span aria-hidden="true" className={styles.track} style={{ display: 'block' }}>
      <span className={styles.fill} style={{ display: 'block', width: `${share * 100}%` }} />
    </span>
  );
}
