import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ItemId, RubricItem } from '../../rubric/schema';
import type { Words } from '../../words/words';
import { useAnswers, usePane } from '../pane-context';
import { Icon } from '../parts/icon';
import { useGoTo } from '../parts/use-go-to';
import { useLook } from '../parts/use-look';
import { useWish } from '../parts/use-wish';
import { type Choice, choiceOf, LevelOptions } from './level-options';
import { ReasonForm } from './reason-form';
import { SavingState } from './saving-state';
import { TargetField } from './target-field';

export interface ItemFormProps {
  readonly item: RubricItem;
  /** A reason for N/A that was begun here and is not in the workbook; undefined when none was begun. */
  readonly draft: string | undefined;
  readonly onDraft: (draft: string | undefined) => void;
}

const useStyles = makeStyles({
  problem: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    '& svg': { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusDangerForeground1 },
  },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The question with everything that can be answered about it. What is chosen is what the workbook says, or is about to say. */
export function ItemForm({ item, draft, onDraft }: ItemFormProps) {
  const { words, rubric, store } = usePane();
  const { assessment } = useAnswers();
  const { showsSheet, go, trouble } = useGoTo();
  const look = useLook();
  const styles = useStyles();
  const entry = assessment.entries.get(item.id);
  if (!entry) throw new Error(`No entry for item ${item.id}`);
  const domain = rubric.domains.find(({ id }) => id === item.domain);
  const problems = assessment.problems.filter((p) => p.item === item.id && p.severity === 'error');
  const isNa = entry.answer.state === 'na';
  const lacksReason = problems.some(({ code }) => code === 'na-without-reason');
  const wantsNa = !isNa && (draft !== undefined || lacksReason);

  const [wish, follow] = useWish<Choice | 'cleared'>();
  const writeLevel = (choice: Choice | 'cleared') => {
    onDraft(undefined);
    follow(choice, store.write([{ item: item.id, field: 'level', value: cellValue(choice, words) }]));
  };
  const choose = (choice: Choice) => {
    if (choice === 'na' && entry.notes === '') onDraft('');
    else writeLevel(choice);
  };
  const writeReason = async (reason: string) => {
    const saved = await store.write([
      { item: item.id, field: 'level', value: words('answer.na') },
      { item: item.id, field: 'notes', value: reason },
    ]);
    if (saved) onDraft(undefined);
  };

  return (
    <section className={look.card} aria-labelledby={`title-${item.id}`}>
      <div>
        <p className={look.quiet}>{domain?.name}</p>
        <h2 id={`title-${item.id}`} className={look.heading}>
          {item.title}
        </h2>
      </div>
      <p className={look.text}>{item.question}</p>
      <LevelOptions
        item={item}
        entry={entry}
        chosen={wish ?? (wantsNa ? 'na' : choiceOf(entry))}
        onChoose={choose}
      />
      {problems.map((problem) => (
        <p key={`${problem.code}-${problem.row}`} className={styles.problem}>
          <Icon name="error" />
          <span>{problem.message}</span>
        </p>
      ))}
      {(wantsNa || isNa) && (
        <ReasonForm
          saved={isNa ? entry.notes : null}
          text={draft ?? entry.notes}
          onChange={onDraft}
          onSave={(reason) => void writeReason(reason)}
          onCancel={draft === undefined ? null : () => onDraft(undefined)}
        />
      )}
      <SavingState item={item.id} pending={draft !== undefined} />
      <div className={styles.tools}>
        <NextUnanswered item={item} />
        {entry.answer.state !== 'blank' && (
          <Button size="small" onClick={() => writeLevel('cleared')}>
            {words('pane.clear')}
          </Button>
        )}
        {showsSheet && entry.row !== null && (
          <Button size="small" onClick={() => go({ item: item.id, field: 'level' })}>
            {words('pane.showInSheet', { row: entry.row })}
          </Button>
        )}
      </div>
      {trouble}
      <TargetField item={item} target={entry.target} />
    </section>
  );
}

/** A choice as its cell says it. */
function cellValue(choice: Choice | 'cleared', words: Words): string | number | null {
  if (choice === 'cleared') return null;
  return choice === 'na' || choice === 'unknown' ? words(`answer.${choice}`) : choice;
}

/** Once this item has an answer, the way to the next one that has none. */
function NextUnanswered({ item }: { readonly item: RubricItem }) {
  const { words, rubric, store } = usePane();
  const { entries } = useAnswers().assessment;
  const isBlank = (id: ItemId) => entries.get(id)?.answer.state === 'blank';
  const at = rubric.items.indexOf(item);
  const next = [...rubric.items.slice(at + 1), ...rubric.items.slice(0, at)].find(({ id }) => isBlank(id));
  if (!next || isBlank(item.id)) return null;
  return (
    <Button size="small" appearance="primary" onClick={() => store.select(next.id)}>
      {words('pane.nextUnanswered')}
    </Button>
  );
}
