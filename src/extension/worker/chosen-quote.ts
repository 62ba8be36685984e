/** As much of a text as is compared: more than is kept of it. */
const COMPARED = 2500;

const squeezed = (text: string): string => text.replace(/[\s\p{DI}]+/gu, '');

/**
 * Which of the selections that a page shows is quoted: the first; where the browser told the text of its menu (`told`,
 * without lines, and with what nobody sees), the one of which it told every line. Null where there is none.
 */
export function chosenQuote(told: string, shown: readonly string[]): string | null {
  if (told === '') return shown[0] ?? null;
  const all = squeezed(told);
  const isOf = (text: string) =>
    text
      .slice(0, COMPARED)
      .split('\n')
      .every((line) => all.includes(squeezed(line)));
  return shown.find(isOf) ?? null;
}
