import { absoluteAddress, absoluteArea, quotedSheet } from '../../workbook/address';
import type { Area } from '../../workbook/design';

/** `'My sheet'!$B$7:$C$9`, or one cell's address where the area is one cell. */
export function sheetReference(sheet: string, area: Area): string {
  const single = area.rows === 1 && area.columns === 1;
  return `${quotedSheet(sheet)}!${single ? absoluteAddress(area.row, area.column) : absoluteArea(area)}`;
}
