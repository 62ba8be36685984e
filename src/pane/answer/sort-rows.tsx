import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ITEM_ORDERS, type ItemOrder, itemsInOrder } from '../../assessment/item-order';
import type { Failure } from '../../words/result';
import { useAnswers, usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';

type Direction = 'ascending' | 'descending';
type Sorting =
  { readonly kind: 'idle' | 'busy' | 'done' } | { readonly kind: 'failed'; readonly failure: Failure };

/** Sorts the rows of the sheet, which a protected sheet does not let a person do; not there over a file. */
export default function SortRows() {
  const { words, rubric, workbook } = usePane();
  const { assessment } = useAnswers();
  const look = useLook();
  const [by, setBy] = useState<ItemOrder>('rubric');
  const [direction, setDirection] = useState<Direction>('ascending');
  const [sorting, setSorting] = useState<Sorting>({ kind: 'idle' });

  async function sort() {
    setSorting({ kind: 'busy' });
    const descending = by !== 'rubric' && direction === 'descending';
    const order = itemsInOrder(rubric, assessment, by, descending, words.language);
    const done = await asked(words, () => workbook.sortRows?.(order) ?? Promise.reject(new Error('no sort')));
    setSorting(done.ok ? { kind: 'done' } : { kind: 'failed', failure: done.failure });
  }
  const choose =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value);
      setSorting({ kind: 'idle' });
    };
  return (
    <Disclosure title={words('pane.sortTitle')}>
      <div className={look.stack}>
        <p className={look.text}>{words('pane.sortWhat')}</p>
        <ChoiceField
          label={words('pane.sortBy')}
          value={by}
          choices={ITEM_ORDERS.map((value) => ({ value, text: words(`pane.sortBy_${value}`) }))}
          onChoose={choose(setBy)}
        />
        {by !== 'rubric' && (
          <ChoiceField
            label={words('pane.sortDirection')}
            value={direction}
            choices={[
              { value: 'ascending', text: words('pane.sortAscending') },
              { value: 'descending', text: words('pane.sortDescending') },
            ]}
            onChoose={choose(setDirection)}
          />
        )}
        <Button
          className={look.start}
          disabledFocusable={sorting.kind === 'busy'}
          onClick={() => void sort()}
        >
          {words('pane.sort')}
        </Button>
        <p role="status" className={look.quiet}>
          {sorting.kind === 'done'
            ? words('pane.sorted')
            : sorting.kind === 'busy'
              ? words('pane.sorting')
              : ''}
        </p>
        {sorting.kind === 'failed' && (
          <Notice intent="error" title={words('pane.sortFailedTitle')}>
            {sorting.failure.message}
          </Notice>
        )}
      </div>
    </Disclosure>
  );
}
