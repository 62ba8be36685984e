import { Input, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { RubricOutline } from '../../rubric/rubric-outline';
import type { ItemId } from '../../rubric/schema';
import { useWords } from '../pane-context';
import { useLook } from './use-look';

export interface ItemSearchProps {
  readonly rubric: RubricOutline;
  /** The item that is chosen now; null where none is. */
  readonly chosen: ItemId | null;
  readonly onPick: (item: ItemId) => void;
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

/** A search over ids, titles and questions of a rubric's items, and what it found to choose from. */
export function ItemSearch({ rubric, chosen, onPick, stateOf }: ItemSearchProps) {
  const words = useWords();
  const [text, setText] = useState('');
  const look = useLook();
  const styles = useStyles();
  const found = rubric.items.filter((item) => matches(item, text, words.language));
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
