import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { RefObject } from 'react';
import type { RubricItem } from '../../rubric/schema';
import { useAnswers, usePane, usePaneState } from '../pane-context';
import { Icon } from '../parts/icon';
import { useGoTo } from '../parts/use-go-to';
import { useLook } from '../parts/use-look';
import { useWish } from '../parts/use-wish';
import { cellValue, type Choice, choiceOf, refusedChoice } from './choices';
import { LevelOptions } from './level-options';
import { ReasonForm } from './reason-form';
import { TargetField } from './target-field';

/** A reason for N/A that was begun here and is not in the workbook. */
export interface ReasonDraft {
  readonly text: string;
  /** The note that the cell held when it was begun. */
  readonly over: string;
}

export interface ItemFormProps {
  readonly item: RubricItem;
  /** Undefined when none was begun. */
  readonly draft: ReasonDraft | undefined;
  readonly onDraft: (draft: ReasonDraft | undefined) => void;
  /** The title and the question, which are shown when the item is gone to; the title takes the focus. */
  readonly question: RefObject<HTMLDivElement | null>;
}

const useStyles = makeStyles({
  problem: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    '& svg': { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusDangerForeground1 },
  },
  title: { '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/** The question with everything that can be answered about it. What is chosen is what the workbook says, or is about to say. */
export function ItemForm({ item, draft, onDraft, question }: ItemFormProps) {
  const { words, rubric, store } = usePane();
  const { assessment } = useAnswers();
  const { refused } = usePaneState().saving;
  const { showsSheet, show, trouble } = useGoTo();
  const look = useLook();
  const styles = useStyles();
  const entry = assessment.entries.get(item.id);
  if (!entry) throw new Error(`No entry for item ${item.id}`);
  const domain = rubric.domains.find(({ id }) => id === item.domain);
  const problems = assessment.problems.filter((p) => p.item === item.id && p.severity === 'error');
  const isNa = entry.answer.state === 'na';
  const lacksReason = problems.some(({ code }) => code === 'na-without-reason');
  const wantsNa = !isNa && (draft !== undefined || lacksReason);
  const unsaved = refusedChoice(refused, item.id, words);
  /** What a colleague wrote into the cell since the reason was begun. */
  const meanwhile = draft !== undefined && entry.notes !== draft.over ? entry.notes : '';

  const [wish, follow] = useWish<Choice | 'cleared'>();
  const writeLevel = (choice: Choice | 'cleared') => {
    onDraft(undefined);
    follow(choice, store.write([{ item: item.id, field: 'level', value: cellValue(choice, words) }]));
  };
  const choose = (choice: Choice) => {
    if (choice === 'na' && entry.notes === '') onDraft({ text: '', over: '' });
    else writeLevel(choice);
  };
  const writeReason = async (reason: string) => {
    const note = [meanwhile, reason].filter((text) => text !== '').join('\n');
    const saved = await store.write([
      { item: item.id, field: 'level', value: words('answer.na') },
      { item: item.id, field: 'notes', value: note, was: entry.notes },
    ]);
    if (saved) onDraft(undefined);
  };

  return (
    <section className={look.card} aria-labelledby={`title-${item.id}`}>
      <div ref={question} className={look.stack}>
        <div>
          <p className={look.quiet}>{domain?.name}</p>
          <h2
            id={`title-${item.id}`}
            tabIndex={-1}
            aria-describedby={`question-${item.id}`}
            className={mergeClasses(look.heading, styles.title)}
          >
            {item.title}
          </h2>
        </div>
        <p id={`question-${item.id}`} className={look.text}>
          {item.question}
        </p>
      </div>
      <LevelOptions
        item={item}
        entry={entry}
        question={`question-${item.id}`}
        chosen={wish ?? (wantsNa ? 'na' : (unsaved ?? choiceOf(entry)))}
        unsaved={wish === undefined && !wantsNa && unsaved !== undefined}
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
          text={draft?.text ?? entry.notes}
          meanwhile={meanwhile}
          onChange={(text) => onDraft({ text, over: draft?.over ?? entry.notes })}
          onSave={(reason) => void writeReason(reason)}
          onCancel={draft === undefined ? null : () => onDraft(undefined)}
        />
      )}
      <div className={styles.tools}>
        {entry.answer.state !== 'blank' && (
          <Button size="small" onClick={() => writeLevel('cleared')}>
            {words('pane.clear')}
          </Button>
        )}
        {showsSheet && entry.row !== null && (
          <Button size="small" onClick={() => show({ item: item.id, field: 'level' })}>
            {words('pane.showInSheet', { row: entry.row })}
          </Button>
        )}
      </div>
      {trouble}
      <TargetField item={item} target={entry.target} />
    </section>
  );
}
