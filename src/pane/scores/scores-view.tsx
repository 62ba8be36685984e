import { usePane } from '../pane-context';
import { useLook } from '../parts/use-look';
import { BenchmarkCard } from './benchmark-card';
import { DomainCard } from './domain-card';
import { OverallCard } from './overall-card';
import { SaveSnapshot } from './save-snapshot';
import { useBenchmark } from './use-benchmark';

/** Where the team stands: overall, by domain, and against the industry. */
export default function ScoresView() {
  const { rubric } = usePane();
  const look = useLook();
  const compared = useBenchmark();
  const benchmark = compared.chosen?.benchmark ?? null;
  return (
    <div className={look.view}>
      <OverallCard benchmark={benchmark} />
      <BenchmarkCard compared={compared} />
      {rubric.domains.map((domain) => (
        <DomainCard key={domain.id} domain={domain} benchmark={benchmark} />
      ))}
      <SaveSnapshot />
    </div>
  );
}
