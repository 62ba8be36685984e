import type { Catalogue } from '../words/words';
import type { Detail, Organization, Size } from './assessment';

/** Every language's words for what a cell may hold: a workbook stays readable whatever language wrote it. */
export interface Vocabulary {
  readonly na: readonly string[];
  readonly unknown: readonly string[];
  readonly organization: ReadonlyMap<string, Organization>;
  readonly size: ReadonlyMap<string, Size>;
  readonly detail: ReadonlyMap<string, Detail>;
}

export const ORGANIZATIONS: readonly Organization[] = ['manufacturer', 'hospital', 'other', 'undisclosed'];
export const SIZES: readonly Size[] = ['under-250', '250-4999', '5000-plus', 'undisclosed'];
export const DETAILS: readonly Detail[] = ['items', 'domains'];

/** Collects the words of all shipped catalogues; the codes themselves and `NA` are always understood. */
export function vocabularyOf(catalogues: readonly Catalogue[]): Vocabulary {
  const codes = <Code extends keyof Catalogue['profile']>(known: readonly Code[]) =>
    new Map(
      known.flatMap((code) => [
        [folded(code), code] as const,
        ...catalogues.map((catalogue) => [folded(catalogue.profile[code]), code] as const),
      ]),
    );
  return {
    na: [...new Set(['NA', 'N/A', ...catalogues.map(({ answer }) => folded(answer.na))])],
    unknown: [...new Set(catalogues.map(({ answer }) => folded(answer.unknown)))],
    organization: codes(ORGANIZATIONS),
    size: codes(SIZES),
    detail: codes(DETAILS),
  };
}

/** As a spreadsheet's UPPER(TRIM(text)): spaces around and doubled go, letter case does not matter. */
export const folded = (text: string): string => trimmed(text).toUpperCase();

/** As the sheet's formulas trim: spaces around and doubled go, and what pasted text brings along (no-break space, tab, line ends) counts as a space. */
export const trimmed = (text: string): string => text.replace(/[ \u00a0\t\n\r]+/g, ' ').replace(/^ | $/g, '');
