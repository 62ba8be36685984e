import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { CapturedEvidence } from '../../assessment/evidence';
import type { ItemId } from '../../rubric/schema';
import { Icon } from '../parts/icon';
import { ItemSearch } from '../parts/item-search';
import { useLook } from '../parts/use-look';
import { useInbox, useInboxState } from './inbox-context';
import { itemName } from './item-name';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  item: { ...typographyStyles.body1, flex: '1 1 160px' },
  missing: {
    ...typographyStyles.body1,
    display: 'flex',
    flex: '1 1 160px',
    gap: tokens.spacingHorizontalXS,
    '& svg': { flexShrink: 0, marginTop: '2px', color: tokens.colorStatusWarningForeground3 },
  },
});

export interface ItemChoiceProps {
  readonly page: CapturedEvidence;
  /** What the page is called, for those who hear the button alone. */
  readonly title: string;
}

/** Which item the page is for, and a search for another one; the item of last time is one press away. */
export function ItemChoice({ page, title }: ItemChoiceProps) {
  const { words, rubric, store } = useInbox();
  const { lastItem } = useInboxState();
  const look = useLook();
  const styles = useStyles();
  const search = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector('input')?.focus();
  }, [open]);
  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('[aria-controls]')?.focus();
  };
  const pick = (item: ItemId) => {
    close();
    void store.assign(page.id, item);
  };
  return (
    <div ref={box} className={look.stack}>
      <div className={styles.line}>
        {page.item === null ? (
          <span className={styles.missing}>
            <Icon name="warning" />
            <span>{words('panel.noItem')}</span>
          </span>
        ) : (
          <span className={styles.item}>{words('panel.forItem', { item: itemName(page.item, rubric) })}</span>
        )}
        <div className={styles.buttons}>
          {page.item === null && lastItem !== null && (
            <Button
              size="small"
              aria-label={words('panel.useItemFor', { item: lastItem, title })}
              onClick={() => pick(lastItem)}
            >
              {words('panel.useItem', { item: lastItem })}
            </Button>
          )}
          <Button
            size="small"
            aria-label={words(page.item === null ? 'panel.chooseItemFor' : 'panel.changeItemFor', { title })}
            aria-expanded={open}
            aria-controls={search}
            onClick={() => setOpen(!open)}
          >
            {words(page.item === null ? 'panel.chooseItem' : 'panel.changeItem')}
          </Button>
        </div>
      </div>
      <div id={search} hidden={!open}>
        {open && <ItemSearch rubric={rubric} chosen={page.item ?? lastItem} onPick={pick} onLeave={close} />}
      </div>
    </div>
  );
}
