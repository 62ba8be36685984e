import { Button } from '@fluentui/react-components';
import { type RefObject, useState } from 'react';
import type { ReleaseSummary } from '../../submission/port';
import { usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { BenchmarkSource } from './benchmark-source';
import type { Compared } from './use-benchmark';

export interface BenchmarkCardProps {
  readonly compared: Compared;
  readonly opener: RefObject<HTMLDivElement | null>;
  /** Opens the detailed comparison. */
  readonly onCompare: () => void;
}

/** Which figures the scores are compared with, whose they are, the way to the details, and how to take others. */
export function BenchmarkCard({ compared, opener, onCompare }: BenchmarkCardProps) {
  const { words, handOver } = usePane();
  const look = useLook();
  const { chosen, checked, offered, busy, failure, again, offer, choose } = compared;
  return (
    <section className={look.card} aria-labelledby="benchmark-title">
      <h2 id="benchmark-title" className={look.heading}>
        {words('pane.againstIndustry')}
      </h2>
      {chosen ? (
        <>
          <BenchmarkSource benchmark={chosen.benchmark} fetched={chosen.fetched} checked={checked} />
          <div ref={opener}>
            <Button appearance={offered ? 'secondary' : 'primary'} onClick={onCompare}>
              {words('compare.open')}
            </Button>
          </div>
        </>
      ) : (
        !busy && !failure && <p className={look.text}>{words('pane.noBenchmark')}</p>
      )}
      {busy && <Progress label={words('pane.loading')} />}
      {failure && (
        <Notice
          intent="error"
          title={words('pane.benchmarkFailedTitle')}
          action={{ label: words('pane.tryAgain'), run: again }}
        >
          {failure.message}
        </Notice>
      )}
      {offered ? (
        <Offer releases={offered} busy={busy} onChoose={choose} />
      ) : (
        <Button size="small" className={look.start} disabledFocusable={busy} onClick={offer}>
          {words('pane.chooseBenchmark')}
        </Button>
      )}
      {handOver && <p className={look.quiet}>{words('handover.publishedOnly')}</p>}
      <p className={look.quiet}>{words(handOver ? 'handover.comparedHere' : 'pane.comparedHere')}</p>
    </section>
  );
}

interface OfferProps {
  readonly releases: readonly ReleaseSummary[];
  readonly busy: boolean;
  readonly onChoose: (id: string) => void;
}

function Offer({ releases, busy, onChoose }: OfferProps) {
  const { words } = usePane();
  const look = useLook();
  const [picked, setPicked] = useState(releases[0]?.id ?? '');
  if (releases.length === 0) return <p className={look.text}>{words('pane.noReleases')}</p>;
  return (
    <div className={look.stack}>
      <ChoiceField
        label={words('pane.benchmark')}
        value={picked}
        choices={releases.map(({ id, title }) => ({ value: id, text: title }))}
        onChoose={setPicked}
      />
      <Button
        appearance="primary"
        className={look.start}
        disabledFocusable={busy}
        onClick={() => onChoose(picked)}
      >
        {words('pane.useBenchmark')}
      </Button>
    </div>
  );
}
