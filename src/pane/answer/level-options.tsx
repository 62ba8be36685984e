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
import { LEVELS } from '../../scoring/answer';
import { usePane } from '../pane-context';
import type { Choice } from './choices';

export interface LevelOptionsProps {
  readonly item: RubricItem;
  readonly entry: Entry;
  /** The id of the question, which is the name of the group. */
  readonly question: string;
  /** What the workbook says or is about to say; what it refused, and N/A that still lacks its reason, are chosen, too. */
  readonly chosen: Choice | 'cleared' | null;
  /** The workbook refused what is chosen. */
  readonly unsaved: boolean;
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
  unsaved: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder2,
    borderRightColor: tokens.colorStatusDangerBorder2,
    borderBottomColor: tokens.colorStatusDangerBorder2,
    borderLeftColor: tokens.colorStatusDangerBorder2,
    '&:hover': { backgroundColor: tokens.colorStatusDangerBackground1 },
  },
  label: { display: 'block' },
  name: { ...typographyStyles.body1Strong, display: 'block', color: tokens.colorNeutralForeground1 },
  words: { ...typographyStyles.body1, display: 'block', color: tokens.colorNeutralForeground2 },
});

/** The six level descriptors, N/A and Don't know as one group of native radio buttons. */
export function LevelOptions({ item, entry, question, chosen, unsaved, onChoose }: LevelOptionsProps) {
  const { words, rubric } = usePane();
  const styles = useStyles();
  const named = (choice: Choice, name: string) =>
    unsaved && choice === chosen ? words('pane.isUnsaved', { level: name }) : name;
  const option = (choice: Choice, name: string, text: string) => (
    <Radio
      key={choice}
      value={String(choice)}
      className={mergeClasses(
        styles.option,
        choice === chosen && styles.chosen,
        choice === chosen && unsaved && styles.unsaved,
      )}
      label={{
        className: styles.label,
        children: (
          <>
            <span className={styles.name}>{named(choice, name)}</span>{' '}
            <span className={styles.words}>{text}</span>
          </>
        ),
      }}
    />
  );
  return (
    <RadioGroup
      aria-labelledby={question}
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

function parsed(value: string): Choice {
  if (value === 'na' || value === 'unknown') return value;
  const level = LEVELS.find((l) => String(l) === value);
  if (level === undefined) throw new Error(`No such choice: ${value}`);
  return level;
}
