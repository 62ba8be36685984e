import type { Rubric, RubricItem } from './schema';

/** What it takes to find an item and to name it: a quarter of a rubric. */
export interface RubricOutline {
  readonly notice: string;
  readonly items: readonly Pick<RubricItem, 'id' | 'title' | 'question'>[];
}

export const outlineOf = ({ notice, items }: Rubric): RubricOutline => ({
  notice,
  items: items.map(({ id, title, question }) => ({ id, title, question })),
});
