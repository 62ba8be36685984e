import type { Words } from '../../words/words';
import { areaAddress } from '../address';
import { ASSESSMENT, BENCHMARK } from '../layout';
import type { Finding } from '../port';
import { groupedBy, rectanglesOf } from '../rectangles';
import { sheetTitle } from '../sheet-title';
import { codeOf, type Difference } from './compared';

/** A finding that Repair puts right. */
export const repairable = (
  code: Finding['code'],
  sheet: Finding['sheet'],
  address: string | null,
  message: string,
): Finding => ({ code, sheet, address, item: null, message, remedy: 'repair' });

type Kind = 'State' | 'Formula' | 'Ids' | 'Figures' | 'Texts';

function kindOf({ sheet, content, designed: { row, column } }: Difference): Kind {
  if (sheet === 'state') return 'State';
  if (content !== null && typeof content === 'object') return 'Formula';
  if (sheet === 'assessment' && column === ASSESSMENT.id && row >= ASSESSMENT.firstRow) return 'Ids';
  const isFigure = row > BENCHMARK.tableRow ? column >= BENCHMARK.mean : column === BENCHMARK.metaColumn;
  return sheet === 'benchmark' && isFigure && row !== BENCHMARK.tableRow ? 'Figures' : 'Texts';
}

/** What differs, one finding for each rectangle of cells of a kind. */
export function differenceFindings(differences: readonly Difference[], words: Words): readonly Finding[] {
  const groups = groupedBy(differences, (difference) => `${difference.sheet} ${kindOf(difference)}`);
  return [...groups.values()].flatMap((group): readonly Finding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const kind = kindOf(first);
    const sheet = sheetTitle(first.sheet, words);
    const code = codeOf(first);
    // Nobody sees the state sheet: its cells have no address that helps.
    if (kind === 'State')
      return [
        repairable(code, 'state', null, words('workbook.findingState', { sheet, count: group.length })),
      ];
    return rectanglesOf(group).map((area) => {
      const address = areaAddress(area);
      const values = { sheet, address, count: area.rows * area.columns };
      return repairable(code, first.sheet, address, words(`workbook.finding${kind}`, values));
    });
  });
}
