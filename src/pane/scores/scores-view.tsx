import { useEffect, useRef, useState } from 'react';
import { usePane } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Glossary } from '../parts/glossary';
import { LazyView } from '../parts/lazy-view';
import { useLook } from '../parts/use-look';
import { BenchmarkCard } from './benchmark-card';
import { ComparisonContext } from './comparison-context';
import { DomainCard } from './domain-card';
import { OverallCard } from './overall-card';
import { SaveSnapshot } from './save-snapshot';
import { useBenchmark } from './use-benchmark';

const loadComparison = () => import('../compare/compare-view');

/** Where the team stands: overall, by domain, and against the industry; the detailed comparison takes its place on demand. */
export default function ScoresView() {
  const { words, rubric } = usePane();
  const look = useLook();
  const compared = useBenchmark();
  const [opened, setOpened] = useState(0);
  const [comparing, setComparing] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const benchmark = compared.chosen?.benchmark ?? null;
  useEffect(() => {
    if (!comparing && opened > 0) opener.current?.querySelector('button')?.focus();
  }, [comparing, opened]);
  const compare = () => {
    setOpened(opened + 1);
    setComparing(true);
  };
  return (
    <ComparisonContext value={{ compared, opened, leave: () => setComparing(false) }}>
      <div hidden={comparing}>
        <div className={look.view}>
          <OverallCard benchmark={benchmark} />
          <BenchmarkCard compared={compared} opener={opener} onCompare={compare} />
          {rubric.domains.map((domain) => (
            <DomainCard key={domain.id} domain={domain} benchmark={benchmark} />
          ))}
          <Disclosure title={words('glossary.title')}>
            <Glossary terms={['open', 'atMost', 'jsp', 'mdic', 'cmmi']} />
          </Disclosure>
          <SaveSnapshot />
        </div>
      </div>
      {opened > 0 && (
        <div hidden={!comparing}>
          <LazyView load={loadComparison} />
        </div>
      )}
    </ComparisonContext>
  );
}
