import { readText } from '../repo/source-files';

/** What stands in a shipped file, what a test puts in its place, and how often it must be there. */
export type Substitution = readonly [found: string, put: string, times?: number];

/**
 * A file of `docs/deployment` as it ships, but for names, ports and paths that this machine has otherwise. Throws where one
 * of them is not there as often as said (once): then the file has changed, and no longer is what was tested.
 */
export function shippedFile(name: string, substitutions: readonly Substitution[]): string {
  let text = readText(`docs/deployment/${name}`);
  for (const [found, put, times = 1] of substitutions) {
    const pieces = text.split(found);
    if (pieces.length !== times + 1) {
      throw new Error(`"${found}" stands ${pieces.length - 1} times in ${name}, not ${times}`);
    }
    text = pieces.join(put);
  }
  return text;
}
