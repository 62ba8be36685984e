import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { ItemId, RubricItem } from '../../rubric/schema';
import type { Answer } from '../../scoring/answer';
import type { Words } from '../../words/words';
import { useAnswers, usePane } from '../pane-context';
import { Icon } from '../parts/icon';
import { ItemSearch } from '../parts/item-search';
import { useLook } from '../parts/use-look';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  position: { ...typographyStyles.body1, flexGrow: 1 },
});

/** Which item it is, and a search over ids, titles and questions. */
export function ItemPicker({ item }: { readonly item: RubricItem }) {
  const { words, rubric, store } = usePane();
  const { assessment } = useAnswers();
  const [open, setOpen] = useState(false);
  const panel = useId();
  const look = useLook();
  const styles = useStyles();
  const at = rubric.items.indexOf(item);
  const pick = (id: ItemId) => {
    store.select(id);
    setOpen(false);
  };
  const stateOf = (id: ItemId) => stateWords(assessment.entries.get(id)?.answer ?? { state: 'blank' }, words);
  return (
    <section aria-label={words('pane.chooseItem')} className={look.stack}>
      <div className={styles.bar}>
        <span role="status" className={styles.position}>
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
      </div>
      <div id={panel} hidden={!open}>
        {open && <ItemSearch rubric={rubric} chosen={item.id} onPick={pick} stateOf={stateOf} />}
      </div>
    </section>
  );
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
