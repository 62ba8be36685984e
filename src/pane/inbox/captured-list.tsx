import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import type { RubricOutline } from '../../rubric/rubric-outline';
import { useLook } from '../parts/use-look';
import { CapturedCard } from './captured-card';
import { useInbox, useInboxState } from './inbox-context';
import { itemName } from './item-name';

/** From this many pages on, a search stands above them. */
const MANY = 6;

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

/** Every page that waits, newest first, and a search where there are many. */
export function CapturedList({ list }: { readonly list: readonly CapturedEvidence[] }) {
  const { words, rubric } = useInbox();
  const { drafts } = useInboxState();
  const look = useLook();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  const text = list.length < MANY ? '' : sought;
  const inHand = new Set([...drafts.values()].map(({ page }) => page.id));
  const found = list.filter((page) => inHand.has(page.id) || matches(page, text, rubric, words.language));
  return (
    <div className={look.stack}>
      {list.length >= MANY && (
        <>
          <Input
            type="search"
            aria-label={words('panel.searchLabel')}
            placeholder={words('panel.searchHint')}
            value={sought}
            onChange={(_, { value }) => setSought(value)}
          />
          {sought !== '' && (
            <p role="status" className={look.quiet}>
              {words('panel.found', { count: found.length, of: list.length })}
            </p>
          )}
        </>
      )}
      <ul className={styles.list} aria-label={words('panel.inboxTitle')}>
        {found.map((page) => (
          <CapturedCard key={page.id} page={page} />
        ))}
      </ul>
    </div>
  );
}

function matches(page: CapturedEvidence, text: string, rubric: RubricOutline, language: string): boolean {
  const { title, address, quote, note, item } = page;
  const lower = (one: string) => one.toLocaleLowerCase(language);
  const all = lower([title, address, quote, note, item === null ? '' : itemName(item, rubric)].join('\n'));
  return lower(text)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
