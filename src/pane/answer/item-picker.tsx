import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ItemId, RubricItem } from '../../rubric/schema';
import type { Answer } from '../../scoring/answer';
import type { Words } from '../../words/words';
import { useAnswers, usePane, usePaneState } from '../pane-context';
import { Icon } from '../parts/icon';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  position: { ...typographyStyles.body1, flexGrow: 1, textAlign: 'center' },
  results: {
    maxHeight: '240px',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    listStyleType: 'none',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  result: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr auto',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    border: 'none',
    cursor: 'pointer',
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  id: { ...typographyStyles.caption1, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap' },
  state: { ...typographyStyles.caption1Strong, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap' },
});

/** Previous, next, and a search over ids, titles and questions. */
export function ItemPicker({ item }: { readonly item: RubricItem }) {
  const { words, rubric, store } = usePane();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const look = useLook();
  const styles = useStyles();
  const at = rubric.items.indexOf(item);
  const step = (by: number) => {
    const next = rubric.items[at + by];
    if (next) store.select(next.id);
  };
  return (
    <section aria-label={words('pane.chooseItem')} className={look.stack}>
      <div className={styles.bar}>
        <Button
          appearance="subtle"
          icon={<Icon name="back" />}
          aria-label={words('pane.previous')}
          disabledFocusable={at === 0}
          onClick={() => step(-1)}
        />
        <span className={styles.position}>
          {words('pane.itemAt', { item: item.id, at: at + 1, of: rubric.items.length })}
        </span>
        <Button
          appearance="subtle"
          icon={<Icon name="search" />}
          aria-label={words('pane.findItem')}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        />
        <Button
          appearance="subtle"
          icon={<Icon name="forward" />}
          aria-label={words('pane.next')}
          disabledFocusable={at === rubric.items.length - 1}
          onClick={() => step(1)}
        />
      </div>
      <div id={panel} hidden={!open}>
        {open && <ItemSearch onPick={() => setOpen(false)} />}
      </div>
    </section>
  );
}

function ItemSearch({ onPick }: { readonly onPick: () => void }) {
  const { words, rubric, store } = usePane();
  const { assessment } = useAnswers();
  const { selected } = usePaneState();
  const [text, setText] = useState('');
  const look = useLook();
  const styles = useStyles();
  const found = rubric.items.filter((item) => matches(item, text, words.language));
  const pick = (id: ItemId) => {
    store.select(id);
    onPick();
  };
  return (
    <div className={look.stack}>
      <Input
        type="search"
        aria-label={words('pane.searchLabel')}
        placeholder={words('pane.searchHint')}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      <p role="status" className={look.quiet}>
        {words('pane.itemsFound', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className={styles.results}>
          {found.map(({ id, title }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === selected}
                className={id === selected ? `${styles.result} ${styles.current}` : styles.result}
                onClick={() => pick(id)}
              >
                <span className={styles.id}>{id}</span>
                <span>{title}</span>
                <span className={styles.state}>
                  {stateWords(assessment.entries.get(id)?.answer ?? { state: 'blank' }, words)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function matches({ id, title, question }: RubricItem, text: string, language: string): boolean {
  const lower = (s: string) => s.toLocaleLowerCase(language);
  return lower(text)
    .split(/\s+/)
    .every((word) => lower(`${id} ${title} ${question}`).includes(word));
}

function stateWords(answer: Answer, words: Words): string {
  switch (answer.state) {
    case 'rated':
      return words('pane.number', { value: answer.level });
    case 'na':
      return words('answer.na');
    case 'unknown':
      return words('answer.unknown');
    case 'blank':
      return words('pane.dash');
    case 'invalid':
      return words('pane.toMend');
  }
}
