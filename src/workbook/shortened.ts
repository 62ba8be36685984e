/** The text, or as much of it as fits with an ellipsis behind; lengths are UTF-16 units, as Excel counts them. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1);
  const whole = /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
  return `${whole.trimEnd()}…`;
}
