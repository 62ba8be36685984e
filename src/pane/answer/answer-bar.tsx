import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ItemId, RubricItem } from '../../rubric/schema';
import { useFrame } from '../frame-context';
import { useAnswers, usePane } from '../pane-context';
import { Icon } from '../parts/icon';
import { SavingTrouble } from '../parts/saving-trouble';
import { useLook } from '../parts/use-look';
import { SavingState } from './saving-state';

const useStyles = makeStyles({
  ways: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  next: { flexGrow: 1 },
});

export interface AnswerBarProps {
  readonly item: RubricItem;
  /** Chosen here, not yet written: N/A without its reason. */
  readonly pending: boolean;
}

/** What became of the answer, and the ways on. It stays in sight at the bottom, wherever the view is scrolled to. */
export function AnswerBar({ item, pending }: AnswerBarProps) {
  const { words, rubric, store } = usePane();
  const look = useLook();
  const styles = useStyles();
  const at = rubric.items.indexOf(item);
  const step = (by: number) => {
    const next = rubric.items[at + by];
    if (next) store.select(next.id);
  };
  return (
    <section aria-label={words('pane.savedAndNext')} data-bar="" className={look.bar}>
      <SavingTrouble />
      <SavingState item={item.id} pending={pending} />
      <div className={styles.ways}>
        <Button
          appearance="subtle"
          icon={<Icon name="back" />}
          aria-label={words('pane.previous')}
          disabledFocusable={at === 0}
          onClick={() => step(-1)}
        />
        <NextUnanswered item={item} />
        <Button
          appearance="subtle"
          icon={<Icon name="forward" />}
          aria-label={words('pane.next')}
          disabledFocusable={at === rubric.items.length - 1}
          onClick={() => step(1)}
        />
      </div>
    </section>
  );
}

/** The way to the next item that has no answer, which leads once this one has one; where all have, to the scores. */
function NextUnanswered({ item }: { readonly item: RubricItem }) {
  const { words, rubric, store } = usePane();
  const { entries } = useAnswers().assessment;
  const { show } = useFrame();
  const styles = useStyles();
  const isBlank = (id: ItemId) => entries.get(id)?.answer.state === 'blank';
  const at = rubric.items.indexOf(item);
  const next = [...rubric.items.slice(at + 1), ...rubric.items.slice(0, at)].find(({ id }) => isBlank(id));
  if (!next) {
    return (
      <Button className={styles.next} onClick={() => show('scores')}>
        {words('pane.seeScores')}
      </Button>
    );
  }
  return (
    <Button
      appearance={isBlank(item.id) ? 'secondary' : 'primary'}
      className={styles.next}
      onClick={() => store.select(next.id)}
    >
      {words('pane.nextUnanswered')}
    </Button>
  );
}
