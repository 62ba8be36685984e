import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { explainHeaders, explainRow } from '../../submission/explain-row';
import type { SubmissionRecord } from '../../submission/record';
import type { Row } from '../../submission/row';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  table: { ...typographyStyles.caption1, width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  head: { ...typographyStyles.caption1Strong, textAlign: 'start', paddingBlock: tokens.spacingVerticalXXS },
  cell: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInlineEnd: tokens.spacingHorizontalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  code: { display: 'block', fontFamily: tokens.fontFamilyMonospace, color: tokens.colorNeutralForeground3 },
  value: { fontFamily: tokens.fontFamilyMonospace },
});

/** Every value of the row in words; nothing of it is left out. */
export function ExplainedRow({ row }: { readonly row: Row }) {
  const { words, rubric } = usePane();
  const lines = explainRow(row, rubric, words).map(({ path, value, meaning }) => ({
    code: path,
    value,
    meaning,
  }));
  return <Explained name={words('pane.explainFields')} lines={lines} />;
}

/** The headers that go along with the bytes. */
export function ExplainedHeaders({ record }: { readonly record: SubmissionRecord }) {
  const { words } = usePane();
  const look = useLook();
  const lines = explainHeaders(record, words).map(({ name, value, meaning }) => ({
    code: name,
    value,
    meaning,
  }));
  return (
    <div className={look.stack}>
      <Explained name={words('pane.explainHeaders')} lines={lines} />
      <p className={look.quiet}>{words('pane.browserHeaders')}</p>
    </div>
  );
}

interface Line {
  readonly code: string;
  readonly value: string;
  readonly meaning: string;
}

function Explained({ name, lines }: { readonly name: string; readonly lines: readonly Line[] }) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col" className={styles.head} style={{ width: '68%' }}>
            {words('pane.meaningColumn')}
          </th>
          <th scope="col" className={styles.head}>
            {words('pane.valueColumn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, value, meaning }) => (
          <tr key={code}>
            <th scope="row" className={styles.cell}>
              {meaning} <code className={styles.code}>{code}</code>
            </th>
            <td className={styles.cell}>
              <code className={styles.value}>{value}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
