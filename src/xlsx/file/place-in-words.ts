import { cellAddress } from '../../workbook/address';
import { rowsOfIds } from '../../workbook/answer-rows';
import type { Place } from '../../workbook/port';
import { sheetGone } from '../../workbook/sheet-gone';
import { failed, success, type Result } from '../../words/result';
import type { Words } from '../../words/words';
import type { FileCells } from './file-cells';

/** Where a place is in the file, such as “Row 12 of the sheet Assessment”; fails where it is gone. */
export function placeInWords(cells: FileCells, place: Place, words: Words): Result<string> {
  const { map } = cells;
  if ('sheet' in place) {
    const sheet = map.sheets[place.sheet];
    if (sheet === null) return sheetGone(place.sheet, words);
    const { address } = place;
    return success(
      address === undefined
        ? words('file.placeSheet', { sheet })
        : words('file.placeCell', { sheet, cell: address }),
    );
  }
  if ('profile' in place) {
    const spot = map.spot(`pointer.${place.profile}`);
    if (spot === null) return failed('place-gone', words('workbook.placeGone'));
    return success(words('file.placeCell', { sheet: spot.sheet, cell: cellAddress(spot.row, spot.column) }));
  }
  const row = rowsOfIds(cells).get(place.item)?.[0];
  const sheet = map.spot('pointer.id')?.sheet;
  if (row === undefined || sheet === undefined) {
    return failed('row-gone', words('workbook.rowGone', { item: place.item }));
  }
  return success(words('file.placeRow', { sheet, row: row + 1 }));
}
