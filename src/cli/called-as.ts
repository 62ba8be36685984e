import type { Shipped } from './shipped';

/** The name of the installed command. */
export const COMMAND_NAME = 'jsp-maturity';

/** What to type for a command, such as `['benchmark', 'serve']`: by its name where it is installed, by npm in the project. */
export function calledAs([first, ...rest]: readonly string[], { installed }: Shipped): string {
  if (installed || first === undefined) return [COMMAND_NAME, ...(first ? [first] : []), ...rest].join(' ');
  return ['npm run --silent', first, '--', ...rest].join(' ');
}
