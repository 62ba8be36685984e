import {
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { Entry } from '../../assessment/assessment';
import type { RubricItem } from '../../rubric/schema';
import { type Level, LEVELS } from '../../scoring/answer';
import { usePane } from '../pane-context';

export type Choice = Level | 'na' | 'unknown';

export interface LevelOptionsProps {
  readonly item: RubricItem;
  readonly entry: Entry;
  /** What the workbook says or is about to say; N/A that still lacks its reason is chosen, too. */
  readonly chosen: Choice | 'cleared' | null;
  readonly onChoose: (choice: Choice) => void;
}

const useStyles = makeStyles({
  group: { gap: tokens.spacingVerticalXXS },
  option: {
    alignItems: 'flex-start',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid transparent`,
    '&:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorBrandStroke2,
    borderRightColor: tokens.colorBrandStroke2,
    borderBottomColor: tokens.colorBrandStroke2,
    borderLeftColor: tokens.colorBrandStroke2,
    '&:hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  label: { display: 'block' },
  name: { ...typographyStyles.body1Strong, display: 'block', color: tokens.colorNeutralForeground1 },
  words: { ...typographyStyles.body1, display: 'block', color: tokens.colorNeutralForeground2 },
});

/** The six level descriptors, N/A and Don't know as one group of native radio buttons. */
export function LevelOptions({ item, entry, chosen, onChoose }: LevelOptionsProps) {
  const { words, rubric } = usePane();
  const styles = useStyles();
  const option = (choice: Choice, name: string, text: string) => (
    <Radio
      key={choice}
      value={String(choice)}
      className={mergeClasses(styles.option, choice === chosen && styles.chosen)}
      label={{
        className: styles.label,
        children: (
          <>
            <span className={styles.name}>{name}</span> <span className={styles.words}>{text}</span>
          </>
        ),
      }}
    />
  );
  return (
    <RadioGroup
      aria-label={words('pane.levelOf', { item: item.id })}
      className={styles.group}
      value={chosen === null || chosen === 'cleared' ? '' : String(chosen)}
      onChange={(_, { value }) => onChoose(parsed(value))}
    >
      {LEVELS.map((level) => {
        const name = words('pane.levelName', { level, name: rubric.levels[level]?.name ?? '' });
        const target = level === entry.target ? words('pane.isTarget', { level: name }) : name;
        return option(level, target, item.levels[level] ?? '');
      })}
      {option('na', words('answer.na'), words('pane.naMeans'))}
      {option('unknown', words('answer.unknown'), words('pane.unknownMeans'))}
    </RadioGroup>
  );
}

/** What an entry's answer is in this group; none for an empty or invalid cell. */
export function choiceOf({ answer }: Entry): Choice | null {
  if (answer.state === 'rated') return answer.level;
  return answer.state === 'na' || answer.state === 'unknown' ? answer.state : null;
}

function parsed(value: string): Choice {
  if (value === 'na' || value === 'unknown') return value;
  const level = LEVELS.find((l) => String(l) === value);
  if (level === undefined) throw new Error(`No such choice: ${value}`);
  return level;
}
