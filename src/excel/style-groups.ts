import { areaAddress } from '../workbook/address';
import type { Area, CellDesign, CellStyle } from '../workbook/design';
import { joinAddresses } from './range-address';
import { groupedBy, rectanglesOf, type CellPlace } from './rectangles';

/** Properties that a format of many areas takes at once; borders and number formats go other ways. */
export type SharedProperty = Exclude<keyof CellStyle, 'border' | 'numberFormat'>;
export type StyleSetting = {
  [K in SharedProperty]: { readonly property: K; readonly value: NonNullable<CellStyle[K]> };
}[SharedProperty];

/** Settings that hold on exactly the cells of one address. */
export interface StyleGroup {
  readonly address: string;
  readonly settings: readonly StyleSetting[];
}

const SHARED: readonly SharedProperty[] = [
  'fill',
  'bold',
  'italic',
  'underline',
  'size',
  'color',
  'horizontal',
  'vertical',
  'wrap',
  'indent',
  'unlocked',
];

/**
 * What to set where so that every cell gets its style with few calls: each distinct (property, value) once, over all
 * its cells; settings that happen to cover the same cells share one range.
 */
export function styleGroups(cells: readonly CellDesign[]): readonly StyleGroup[] {
  const placesOf = new Map<string, { setting: StyleSetting; places: CellPlace[] }>();
  for (const { row, column, style } of cells) {
    for (const setting of settingsOf(style)) {
      const key = `${setting.property}=${setting.value}`;
      const known = placesOf.get(key);
      if (known) known.places.push({ row, column });
      else placesOf.set(key, { setting, places: [{ row, column }] });
    }
  }
  const addressed = [...placesOf.values()].flatMap(({ setting, places }) =>
    joinAddresses(rectanglesOf(places).map(areaAddress)).map((address) => ({ address, setting })),
  );
  return [...groupedBy(addressed, ({ address }) => address)].map(([address, entries]) => ({
    address,
    settings: entries.map(({ setting }) => setting),
  }));
}

function settingsOf(style: CellStyle): readonly StyleSetting[] {
  return SHARED.flatMap((property) => {
    const value = style[property];
    return value === undefined ? [] : [{ property, value } as StyleSetting];
  });
}

/** Rectangles of the cells with a border of this kind. */
export const borderedAreas = (
  cells: readonly CellDesign[],
  kind: NonNullable<CellStyle['border']>,
): readonly Area[] => rectanglesOf(cells.filter(({ style }) => style.border === kind));
