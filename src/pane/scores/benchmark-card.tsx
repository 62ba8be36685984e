import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Benchmark } from '../../rubric/benchmark';
import type { ReleaseSummary } from '../../submission/port';
import type { Words } from '../../words/words';
import { dayWords } from '../day-words';
import { usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import type { Compared } from './use-benchmark';

/** Which figures the scores are compared with, whose they are, and how to take others. */
export function BenchmarkCard({ compared }: { readonly compared: Compared }) {
  const { words } = usePane();
  const look = useLook();
  const { chosen, offered, busy, failure, again, offer, choose } = compared;
  return (
    <section className={look.card} aria-labelledby="benchmark-title">
      <h2 id="benchmark-title" className={look.heading}>
        {words('pane.againstIndustry')}
      </h2>
      {chosen ? (
        <Source benchmark={chosen.benchmark} fetched={chosen.fetched} />
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
      <p className={look.quiet}>{words('pane.comparedHere')}</p>
    </section>
  );
}

function Source({ benchmark, fetched }: { readonly benchmark: Benchmark; readonly fetched: string }) {
  const { words, rubric } = usePane();
  const look = useLook();
  const sameQuestions = benchmark.rubric?.id === rubric.id && benchmark.rubric.version === rubric.version;
  const facts = { cycle: benchmark.cycle, contributors: contributorsWords(benchmark, words) };
  return (
    <div className={look.stack}>
      <p className={look.text}>
        <strong>{benchmark.title}</strong>
      </p>
      {benchmark.kind === 'sample' && (
        <Notice intent="warning" title={words('pane.inventedTitle')}>
          {words('pane.inventedWhat')}
        </Notice>
      )}
      <p className={look.quiet}>{benchmark.source}</p>
      <p className={look.quiet}>
        {fetched === ''
          ? words('pane.benchmarkFactsShipped', facts)
          : words('pane.benchmarkFacts', { ...facts, fetched: dayWords(fetched, words) })}
      </p>
      {!sameQuestions && <p className={look.quiet}>{words('pane.otherQuestions')}</p>}
    </div>
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

function contributorsWords({ contributors, kind }: Benchmark, words: Words): string {
  if (contributors === undefined) return words('pane.contributorsUnknown');
  if (kind === 'sample') return words('pane.contributorsInvented', { n: contributors });
  return words('pane.contributors', { n: contributors });
}
