import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import type { RubricOutline } from '../../rubric/rubric-outline';
import { useLook } from '../parts/use-look';
import { CapturedCard } from './captured-card';
import { useInbox, useInboxState } from './inbox-context';
import { itemName } from './item-name';

/** From this many pages on, a search stands above them. */
const MANY = 6;
/** So many stand in the list at once: the rest is one press away, and the panel stays as quick as with few. */
const WINDOW = 25;

/** A page that is to be brought into view; a new object for every time it is asked for. */
export interface ShownPage {
  readonly id: string;
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

export interface CapturedListProps {
  readonly list: readonly CapturedEvidence[];
  readonly shown: ShownPage | null;
}

/** The pages that wait, newest first, a window of them at a time, and a search where there are many. */
export function CapturedList({ list, shown }: CapturedListProps) {
  const { words, rubric } = useInbox();
  const { drafts } = useInboxState();
  const look = useLook();
  const styles = useStyles();
  const cards = useRef<HTMLUListElement>(null);
  const [sought, setSought] = useState('');
  const [start, setStart] = useState(0);
  const [seen, setSeen] = useState(shown);
  const text = list.length < MANY ? '' : sought;
  const found = useMemo(
    () => list.filter((page) => text === '' || matches(page, text, rubric, words.language)),
    [list, text, rubric, words.language],
  );
  if (shown !== seen) {
    setSeen(shown);
    setSought('');
    setStart(
      Math.max(
        0,
        list.findIndex(({ id }) => id === shown?.id),
      ),
    );
  }
  useEffect(() => {
    const link = cards.current?.querySelector<HTMLElement>(
      `[data-page="${shown?.id ?? ''}"] a, [data-page="${shown?.id ?? ''}"] button`,
    );
    link?.focus();
  }, [shown]);

  const first = windowAt(Math.min(start, found.length - 1));
  const here = found.slice(first, first + WINDOW);
  // A text that is not saved stays in sight until it is.
  const inHand = new Set([...drafts.values()].map(({ page }) => page.id));
  here.forEach(({ id }) => inHand.delete(id));
  const kept = inHand.size === 0 ? [] : list.filter(({ id }) => inHand.has(id));
  return (
    <div className={look.stack}>
      {list.length >= MANY && (
        <>
          <Input
            type="search"
            aria-label={words('panel.searchLabel')}
            placeholder={words('panel.searchHint')}
            value={sought}
            onChange={(_, { value }) => {
              setSought(value);
              setStart(0);
            }}
          />
          {sought !== '' && (
            <p role="status" className={look.quiet}>
              {words('panel.found', { count: found.length, of: list.length })}
            </p>
          )}
        </>
      )}
      <ul ref={cards} className={styles.list} aria-label={words('panel.inboxTitle')}>
        {[...kept, ...here].map((page) => (
          <CapturedCard key={page.id} page={page} />
        ))}
      </ul>
      {found.length > WINDOW && (
        <div className={look.row}>
          <Button size="small" disabledFocusable={first === 0} onClick={() => setStart(first - WINDOW)}>
            {words('panel.windowNewer')}
          </Button>
          <Button
            size="small"
            disabledFocusable={first + WINDOW >= found.length}
            onClick={() => setStart(first + WINDOW)}
          >
            {words('panel.windowOlder')}
          </Button>
          <p role="status" className={look.quiet}>
            {words('panel.window', { from: first + 1, to: first + here.length, of: found.length })}
          </p>
        </div>
      )}
    </div>
  );
}

/** Where the window begins that holds a place of the list. */
const windowAt = (place: number): number => Math.max(0, Math.floor(place / WINDOW) * WINDOW);

function matches(page: CapturedEvidence, text: string, rubric: RubricOutline, language: string): boolean {
  const { title, address, quote, note, item } = page;
  const lower = (one: string) => one.toLocaleLowerCase(language);
  const all = lower([title, address, quote, note, item === null ? '' : itemName(item, rubric)].join('\n'));
  return lower(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
