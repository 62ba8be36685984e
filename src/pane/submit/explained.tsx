import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { explainHeaders } from '../../submission/explain-headers';
import { explainRow } from '../../submission/explain-row';
import type { RequestHeaders } from '../../submission/request-headers';
import type { Row } from '../../submission/row';
import { useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { useSubmit } from './submit-context';

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
  value: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  more: { minWidth: 0, paddingInline: 0, fontSize: tokens.fontSizeBase200, fontWeight: 'normal' },
});

/** Every value of the row in words; nothing of it is left out. */
export function ExplainedRow({ row }: { readonly row: Row }) {
  const { words, rubric } = useSubmit();
  const lines = explainRow(row, rubric, words).map((field) => ({ ...field, code: field.path, short: null }));
  return <Explained name={words('pane.explainFields')} lines={lines} wide />;
}

/** The headers that go along with the bytes. */
export function ExplainedHeaders({ headers }: { readonly headers: RequestHeaders }) {
  const { words } = useSubmit();
  const look = useLook();
  const lines = explainHeaders(headers, words).map((header) => ({ ...header, code: header.name }));
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
  readonly short: string | null;
  readonly meaning: string;
}

interface ExplainedProps {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Values are short: the room goes to the words. */
  readonly wide?: boolean;
}

function Explained({ name, lines, wide = false }: ExplainedProps) {
  const { words } = useSubmit();
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col" className={styles.head} style={{ width: wide ? '68%' : '52%' }}>
            {words('pane.meaningColumn')}
          </th>
          <th scope="col" className={styles.head}>
            {words('pane.valueColumn')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ code, value, short, meaning }) => (
          <tr key={code}>
            <th scope="row" className={styles.cell}>
              {meaning} <code className={styles.code}>{code}</code>
            </th>
            <td className={styles.cell}>
              <Value value={value} short={short} name={code} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A value as it is sent; a long one with its middle left out until it is asked for. */
function Value({ value, short, name }: Pick<Line, 'value' | 'short'> & { readonly name: string }) {
  const words = useWords();
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  if (short === null) return <code className={styles.value}>{value}</code>;
  return (
    <>
      <code className={styles.value}>{whole ? value : short}</code>
      <Button
        size="small"
        appearance="transparent"
        className={styles.more}
        aria-expanded={whole}
        aria-label={words('pane.wholeValueOf', { name })}
        onClick={() => setWhole(!whole)}
      >
        {words(whole ? 'pane.shorten' : 'pane.wholeValue')}
      </Button>
    </>
  );
}
