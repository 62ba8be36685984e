import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';
import { RangeAxis } from '../scores/range-axis';
import { RangeLegend } from '../scores/range-legend';
import type { Choices } from './compare-choices';
import { LineRow } from './line-row';
import type { Line, Reference } from './lines';

const useStyles = makeStyles({
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

export interface LineCardsProps {
  readonly lines: readonly Line[];
  readonly order: Choices['order'];
  readonly invented: boolean;
}

/** The comparison as charts: the whole and the domains, then the items, by domain or by the industry's lead. */
export function LineCards({ lines, order, invented }: LineCardsProps) {
  const { words, rubric } = usePane();
  const look = useLook();
  const items = lines.filter(({ kind }) => kind === 'item');
  const none = items.every(({ withheld }) => withheld === 'unpublished');
  return (
    <>
      <Card
        id="overall"
        title={words('compare.overall')}
        lines={lines.filter(({ kind }) => kind !== 'item')}
        invented={invented}
        withLegend
      />
      {none && <p className={look.text}>{words('compare.noItems')}</p>}
      {!none && order === 'lead' && (
        <Card
          id="lead"
          title={words('compare.leadTitle')}
          about={words('compare.leadWhat')}
          lines={items}
          invented={invented}
          withLead
        />
      )}
      {!none &&
        order === 'rubric' &&
        rubric.domains.map(({ id, name }) => (
          <Card
            key={id}
            id={id}
            title={words('compare.itemsOf', { domain: name })}
            lines={items.filter(({ domain }) => domain === id)}
            invented={invented}
          />
        ))}
    </>
  );
}

interface CardProps {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly lines: readonly Line[];
  readonly invented: boolean;
  readonly withLegend?: boolean;
  readonly withLead?: boolean;
}

function Card({ id, title, about, lines, invented, withLegend = false, withLead = false }: CardProps) {
  const look = useLook();
  const styles = useStyles();
  return (
    <section className={look.card} aria-labelledby={`compare-${id}`}>
      <h3 id={`compare-${id}`} className={look.heading}>
        {title}
      </h3>
      {about !== undefined && <p className={look.quiet}>{about}</p>}
      {withLegend && <RangeLegend figures={lines.map(({ figure }) => figure)} reports={reportsOf(lines)} />}
      <RangeAxis />
      <ul className={styles.lines}>
        {lines.map((line) => (
          <LineRow key={line.id} line={line} invented={invented} withLead={withLead} />
        ))}
      </ul>
    </section>
  );
}

/** The reports of these lines, each once. */
function reportsOf(lines: readonly Line[]): readonly Reference[] {
  const all = lines.flatMap(({ references }) => references);
  return [...new Map(all.map((reference) => [reference.report, reference])).values()];
}
