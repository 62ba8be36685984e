import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { LEVELS } from '../../scoring/answer';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  // As wide as the bars' scale; each number stands over its place.
  axis: { display: 'flex', justifyContent: 'space-between', marginInline: '6px' },
  step: { width: 0, display: 'flex', justifyContent: 'center' },
});

/** The levels over the range bars below. */
export function RangeAxis() {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <div aria-hidden="true" className={mergeClasses(look.quiet, styles.axis)}>
      {LEVELS.map((level) => (
        <span key={level} className={styles.step}>
          {words('pane.number', { value: level })}
        </span>
      ))}
    </div>
  );
}
