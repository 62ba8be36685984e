import { usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';
import { type Group, groupName } from './groups';

export interface Choices {
  /** A group's key. */
  readonly group: string;
  readonly order: 'rubric' | 'lead';
  readonly shape: 'charts' | 'table';
}

export interface CompareChoicesProps {
  /** Those that are published; with one there is nothing to choose. */
  readonly groups: readonly Group[];
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Whom to compare with, in which order, and as charts or as a table. */
export function CompareChoices({ groups, choices, onChoose }: CompareChoicesProps) {
  const { words } = usePane();
  const { group, order, shape } = choices;
  const named = groups.map(({ key, own }) => {
    const name = groupName(key, words);
    return { value: key, text: own ? words('compare.ownGroup', { name }) : name };
  });
  return (
    <>
      {named.length > 1 && (
        <ChoiceField
          label={words('compare.chooseGroup')}
          value={group}
          choices={named}
          onChoose={(key) => onChoose({ ...choices, group: key })}
        />
      )}
      <ChoiceField
        label={words('compare.order')}
        value={order}
        choices={[
          { value: 'rubric', text: words('compare.orderRubric') },
          { value: 'lead', text: words('compare.orderLead') },
        ]}
        onChoose={(chosen) => onChoose({ ...choices, order: chosen })}
      />
      <ChoiceField
        label={words('compare.showAs')}
        value={shape}
        choices={[
          { value: 'charts', text: words('compare.asCharts') },
          { value: 'table', text: words('compare.asTable') },
        ]}
        onChoose={(chosen) => onChoose({ ...choices, shape: chosen })}
      />
    </>
  );
}
