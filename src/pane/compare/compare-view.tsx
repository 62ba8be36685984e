import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAnswers, usePane } from '../pane-context';
import { Icon } from '../parts/icon';
import { useLook } from '../parts/use-look';
import { BenchmarkSource } from '../scores/benchmark-source';
import { useComparison } from '../scores/comparison-context';
import type { Compared } from '../scores/use-benchmark';
import { CompareChoices, type Choices } from './compare-choices';
import { FetchAgain } from './fetch-again';
import { ALL, groupsOf } from './groups';
import { HeldBack } from './held-back';
import { LineCards } from './line-cards';
import { byLead, linesOf } from './lines';
import { LinesTable } from './lines-table';
import { Reports } from './reports';

const useStyles = makeStyles({ back: { alignSelf: 'flex-start', marginInlineStart: '-8px' } });

/** The team beside the published figures, measure by measure; everything is computed here and nothing is sent. */
export default function CompareView() {
  const { words } = usePane();
  const { compared, opened, leave } = useComparison();
  const look = useLook();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [opened]);
  return (
    <div className={look.view}>
      <Button appearance="subtle" icon={<Icon name="back" />} className={styles.back} onClick={leave}>
        {words('compare.back')}
      </Button>
      <h2 ref={heading} tabIndex={-1} className={look.heading}>
        {words('compare.title')}
      </h2>
      {compared.chosen ? (
        <Comparison compared={compared} chosen={compared.chosen} />
      ) : (
        <p className={look.text}>{words('pane.noBenchmark')}</p>
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly compared: Compared;
  readonly chosen: NonNullable<Compared['chosen']>;
}

function Comparison({ compared, chosen }: ComparisonProps) {
  const { words, rubric, published, handOver } = usePane();
  const { assessment, scores } = useAnswers();
  const look = useLook();
  const [choices, setChoices] = useState<Choices>({ group: ALL, order: 'rubric', shape: 'charts' });
  const { checked } = compared;
  const { benchmark, fetched } = chosen;
  const groups = checked ? groupsOf(checked.release, assessment.profile) : [];
  const shown = groups.filter(({ cell }) => cell !== null);
  const group = shown.find(({ key }) => key === choices.group) ?? shown.find(({ key }) => key === ALL);
  const figures = group?.cell ?? benchmark;
  const all = linesOf({ rubric, assessment, scores, figures, published });
  const lines = choices.order === 'lead' ? byLead(all) : all;
  const invented = benchmark.kind === 'sample';
  const older = checked && group?.cell && group.cell.asOf !== checked.release.id ? group.cell.asOf : null;
  return (
    <>
      <section className={look.card} aria-label={words('pane.benchmark')}>
        <BenchmarkSource {...{ benchmark, fetched, checked }} />
        {benchmark.kind === 'release' && !checked && !handOver && (
          <FetchAgain compared={compared} id={benchmark.id} />
        )}
        {benchmark.kind === 'release' && handOver && (
          <p className={look.text}>{words('handover.releaseHere')}</p>
        )}
        <CompareChoices
          groups={shown}
          choices={{ ...choices, group: group?.key ?? ALL }}
          onChoose={setChoices}
        />
        {group?.cell && group.key !== ALL && (
          <p className={look.quiet}>{words('compare.groupFacts', { rows: group.cell.rows })}</p>
        )}
        {older !== null && <p className={look.text}>{words('compare.asOf', { id: older })}</p>}
        {checked && <HeldBack groups={groups} rules={checked.release.rules} />}
        <p className={look.quiet}>{words('compare.local')}</p>
      </section>
      {choices.shape === 'table' ? (
        <LinesTable lines={lines} />
      ) : (
        <LineCards lines={lines} order={choices.order} invented={invented} />
      )}
      <Reports />
    </>
  );
}
