import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FieldChange } from '../../submission/changed-fields';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '260px', overflowY: 'auto' },
  change: {
    ...typographyStyles.caption1,
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  before: { color: tokens.colorNeutralForeground3 },
});

/** What a correction changes, value by value, in words. */
export function ChangesTable({ changes }: { readonly changes: readonly FieldChange[] }) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const said = (value: string | null) => value ?? words('pane.notSent');
  return (
    <section className={look.stack} aria-labelledby="changes-title">
      <h3 id="changes-title" className={look.heading}>
        {words('pane.changesTitle', { count: changes.length })}
      </h3>
      <ul className={styles.list} tabIndex={0} aria-labelledby="changes-title">
        {changes.map(({ path, before, after }) => (
          <li key={path} className={styles.change}>
            <div>{words('pane.changeNow', { value: said(after) })}</div>
            <div className={styles.before}>{words('pane.changeBefore', { value: said(before) })}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
