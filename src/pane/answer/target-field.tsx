import { Field, Select } from '@fluentui/react-components';
import type { RubricItem } from '../../rubric/schema';
import { type Level, LEVELS } from '../../scoring/answer';
import { usePane } from '../pane-context';

/** The level that the team aims at, or none. */
export function TargetField({ item, target }: { readonly item: RubricItem; readonly target: Level | null }) {
  const { words, rubric, store } = usePane();
  return (
    <Field label={words('pane.target')}>
      <Select
        value={target === null ? '' : String(target)}
        onChange={(_, { value }) =>
          void store.write([{ item: item.id, field: 'target', value: targetOf(value) }])
        }
      >
        <option value="">{words('pane.noTarget')}</option>
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {words('pane.levelName', { level, name: rubric.levels[level]?.name ?? '' })}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const targetOf = (value: string): Level | null => LEVELS.find((level) => String(level) === value) ?? null;
