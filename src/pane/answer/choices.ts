import type { Entry } from '../../assessment/assessment';
import type { ItemId } from '../../rubric/schema';
import { type Level, LEVELS } from '../../scoring/answer';
import type { Words } from '../../words/words';
import type { Change } from '../../workbook/port';

/** What the radio buttons of a question offer. */
export type Choice = Level | 'na' | 'unknown';

/** What an entry's answer is among them; none for an empty or invalid cell. */
export function choiceOf({ answer }: Entry): Choice | null {
  if (answer.state === 'rated') return answer.level;
  return answer.state === 'na' || answer.state === 'unknown' ? answer.state : null;
}

/** A choice as its cell says it. */
export function cellValue(choice: Choice | 'cleared', words: Words): string | number | null {
  if (choice === 'cleared') return null;
  return choice === 'na' || choice === 'unknown' ? words(`answer.${choice}`) : choice;
}

/** What was chosen for an item and refused by the workbook; undefined where nothing was. */
export function refusedChoice(
  refused: readonly Change[],
  item: ItemId,
  words: Words,
): Choice | 'cleared' | undefined {
  const change = refused.find((one) => 'item' in one && one.item === item && one.field === 'level');
  if (change === undefined) return undefined;
  const choices: readonly (Choice | 'cleared')[] = [...LEVELS, 'na', 'unknown', 'cleared'];
  return choices.find((choice) => cellValue(choice, words) === change.value);
}
