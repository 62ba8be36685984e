import type { RubricItem } from '../../rubric/schema';
import { type Level, LEVELS } from '../../scoring/answer';
import { usePane } from '../pane-context';
import { ChoiceField } from '../parts/choice-field';

/** The level that the team aims at, or none. */
export function TargetField({ item, target }: { readonly item: RubricItem; readonly target: Level | null }) {
  const { words, rubric, store } = usePane();
  const levels = LEVELS.map((level) => ({
    value: String(level),
    text: words('pane.levelName', { level, name: rubric.levels[level]?.name ?? '' }),
  }));
  return (
    <ChoiceField
      label={words('pane.target')}
      value={target === null ? '' : String(target)}
      choices={[{ value: '', text: words('pane.noTarget') }, ...levels]}
      onChoose={(value) => store.write([{ item: item.id, field: 'target', value: targetOf(value) }])}
    />
  );
}

const targetOf = (value: string): Level | null => LEVELS.find((level) => String(level) === value) ?? null;
