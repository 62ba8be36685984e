import { Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { RubricOutline } from '../../rubric/rubric-outline';
import type { ItemId } from '../../rubric/schema';
import { useWords } from '../pane-context';
import { useLook } from './use-look';

export interface ItemSearchProps {
  readonly rubric: RubricOutline;
  /** The item that is chosen now; null where none is. */
  readonly chosen: ItemId | null;
  readonly onPick: (item: ItemId) => void;
  /** Escape in an empty search; without it Escape only empties the search. */
  readonly onLeave?: () => void;
  /** A word or two about an item, at the end of its line. */
  readonly stateOf?: (item: ItemId) => string;
}

const useStyles = makeStyles({
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
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { outline: '1px solid Highlight', outlineOffset: '-1px' },
  },
  id: { ...typographyStyles.caption1, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap' },
  state: { ...typographyStyles.caption1Strong, lineHeight: tokens.lineHeightBase300, whiteSpace: 'nowrap' },
});

/**
 * A search over ids, titles and questions of a rubric's items, and what it found to choose from. Enter takes the first
 * that was found, the arrows go through them, Escape empties the search and then leaves it.
 */
export function ItemSearch({ rubric, chosen, onPick, onLeave, stateOf }: ItemSearchProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const look = useLook();
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const found = rubric.items.filter((item) => matches(item, text, words.language));
  const first = text.trim() === '' ? undefined : found[0];

  function onKeyDown(event: KeyboardEvent) {
    const places = [...(box.current?.querySelectorAll<HTMLElement>('input, li > button') ?? [])];
    const at = places.findIndex((place) => place === document.activeElement);
    const inInput = at === 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      places[Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))]?.focus();
    else if (event.key === 'Enter' && inInput) {
      if (first !== undefined) onPick(first.id);
    } else if (event.key === 'Escape') leave(inInput, places[0]);
    else return;
    event.preventDefault();
  }

  function leave(inInput: boolean, input: HTMLElement | undefined) {
    if (!inInput) input?.focus();
    else if (text !== '') setText('');
    else onLeave?.();
  }

  return (
    <div ref={box} className={look.stack} onKeyDown={onKeyDown}>
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
                aria-current={id === chosen}
                className={mergeClasses(styles.result, id === chosen && styles.chosen)}
                onClick={() => onPick(id)}
              >
                <span className={styles.id}>{id}</span>
                <span>{title}</span>
                {stateOf && <span className={styles.state}>{stateOf(id)}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function matches(
  { id, title, question }: RubricOutline['items'][number],
  text: string,
  language: string,
): boolean {
  const lower = (s: string) => s.toLocaleLowerCase(language);
  return lower(text)
    .split(/\s+/)
    .every((word) => lower(`${id} ${title} ${question}`).includes(word));
}
