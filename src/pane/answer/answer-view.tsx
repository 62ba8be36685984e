import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../rubric/schema';
import { useFrame } from '../frame-context';
import { useAnswers, usePane, usePaneState } from '../pane-context';
import { CapturedEvidenceCard } from '../evidence/captured-evidence';
import { LazyView } from '../parts/lazy-view';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import { AnswerBar } from './answer-bar';
import { DomainProgress } from './domain-progress';
import { ItemBackground } from './item-background';
import { ItemForm, type ReasonDraft } from './item-form';
import { ItemPicker } from './item-picker';

const loadEvidence = () => import('../evidence/evidence-section');
const loadSortRows = () => import('./sort-rows');
const loadSampleFilled = () => import('./sample-filled');

/** One item at a time: where one is, the question, its six levels, its evidence, and what stands behind it. */
export default function AnswerView() {
  const { rubric, sample, workbook } = usePane();
  const { selected } = usePaneState();
  const look = useLook();
  // Kept here, not in the form: the selection in the sheet may move on while a reason is being written.
  const [drafts, setDrafts] = useState<Readonly<Record<ItemId, ReasonDraft | undefined>>>({});
  const question = useQuestionInView();
  const item = rubric.items.find(({ id }) => id === selected);
  if (!item) throw new Error(`The rubric has no item ${selected}`);
  return (
    <div className={mergeClasses(look.view, look.aboveBar)}>
      <CapturedEvidenceCard />
      <DomainProgress />
      {sample && <FillWithSample load={sample} />}
      <ItemPicker item={item} />
      <ItemForm
        key={item.id}
        item={item}
        draft={drafts[item.id]}
        onDraft={(draft) => setDrafts((before) => ({ ...before, [item.id]: draft }))}
        question={question}
      />
      <AnswerBar item={item} pending={drafts[item.id] !== undefined} />
      <LazyView load={loadEvidence} />
      <ItemBackground item={item} />
      {workbook.sortRows && <LazyView load={loadSortRows} />}
    </div>
  );
}

/**
 * The question comes into view whenever another item is shown, and has the focus when it was gone to in the pane: the
 * sheet keeps the focus of who selects a row there.
 */
function useQuestionInView() {
  const { selected, moves } = usePaneState();
  const { active } = useFrame();
  const question = useRef<HTMLDivElement>(null);
  const shown = useRef({ selected, moves: 0 });
  useEffect(() => {
    if (active !== 'answer') return;
    const before = shown.current;
    shown.current = { selected, moves };
    if (before.selected === selected && before.moves === moves) return;
    question.current?.scrollIntoView({ block: 'nearest' });
    if (before.moves !== moves) question.current?.querySelector('h2')?.focus({ preventScroll: true });
  }, [active, selected, moves]);
  return question;
}

/** Only while nothing is answered, so that trying things out never overwrites an answer. */
function FillWithSample({ load }: { readonly load: NonNullable<ReturnType<typeof usePane>['sample']> }) {
  const { words, store } = usePane();
  const { scores } = useAnswers();
  const [state, setState] = useState<'idle' | 'busy' | 'done' | 'failed'>('idle');
  const untouched = scores.overall.histogram.blank === scores.overall.items;
  if (state === 'done') return <LazyView load={loadSampleFilled} />;
  if (!untouched && state !== 'busy') return null;

  async function fill() {
    setState('busy');
    try {
      await store.write(await load());
      setState('done');
    } catch (error) {
      reportError(error);
      setState('failed');
    }
  }
  if (state === 'failed') {
    const again = { label: words('pane.tryAgain'), run: () => void fill() };
    return (
      <Notice intent="error" title={words('pane.sampleFailedTitle')} action={again}>
        {words('pane.unexpected')}
      </Notice>
    );
  }
  return state === 'busy' ? (
    <Progress label={words('pane.sampleFilling')} />
  ) : (
    <Notice
      intent="info"
      title={words('pane.sampleTitle')}
      action={{ label: words('pane.sampleFill'), run: () => void fill() }}
    >
      {words('pane.sampleWhat')}
    </Notice>
  );
}
