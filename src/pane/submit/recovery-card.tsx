import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { CopyButton } from './copy-button';

const useStyles = makeStyles({
  code: {
    ...typographyStyles.body1,
    fontFamily: tokens.fontFamilyMonospace,
    display: 'block',
    padding: tokens.spacingHorizontalS,
    // A group of four is never broken; lines are, between groups.
    overflowWrap: 'break-word',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The code that owns the row: shown while the session that made it lasts, and kept nowhere. */
export function RecoveryCard({ code }: { readonly code: string }) {
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={look.card} aria-labelledby="recovery-title">
      <h2 id="recovery-title" className={look.heading}>
        {words('pane.recoveryTitle')}
      </h2>
      <code className={styles.code}>{code}</code>
      <CopyButton text={code} name={words('pane.copyRecovery')} />
      <p className={look.text}>{words('pane.recoveryKeep')}</p>
    </section>
  );
}
