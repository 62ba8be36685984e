import type { Benchmark } from '../../rubric/benchmark';
import type { Words } from '../../words/words';
import { dayWords } from '../day-words';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { SignatureFacts } from './signature-facts';
import type { CheckedRelease } from './use-benchmark';

export interface BenchmarkSourceProps {
  readonly benchmark: Benchmark;
  /** ISO day; empty for figures that came with the add-in. */
  readonly fetched: string;
  readonly checked: CheckedRelease | null;
}

/** Whose figures these are, of when, from how many, and how they were checked. */
export function BenchmarkSource({ benchmark, fetched, checked }: BenchmarkSourceProps) {
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
      {checked ? <SignatureFacts checked={checked} /> : <p className={look.quiet}>{benchmark.source}</p>}
      <p className={look.quiet}>
        {fetched === ''
          ? words('pane.benchmarkFactsShipped', facts)
          : words('pane.benchmarkFacts', { ...facts, fetched: dayWords(fetched, words) })}
      </p>
      {!sameQuestions && <p className={look.quiet}>{words('pane.otherQuestions')}</p>}
    </div>
  );
}

function contributorsWords({ contributors, kind }: Benchmark, words: Words): string {
  if (contributors === undefined) return words('pane.contributorsUnknown');
  if (kind === 'sample') return words('pane.contributorsInvented', { n: contributors });
  return words('pane.contributors', { n: contributors });
}
