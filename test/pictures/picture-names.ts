import type { SheetId } from '../../src/workbook/design';
import { SHEET_IDS } from '../../src/workbook/sheet-names';
import { exhibits } from '../pane/exhibits';

/** Every sheet that a person can open. */
export const SHEETS = SHEET_IDS.filter((id): id is Exclude<SheetId, 'state'> => id !== 'state');
type Width = 320 | 450;
type Theme = 'light' | 'dark';
/** How each state of the pane is shown: at both ends of its width, and once in the dark. */
export const LOOKS: readonly { readonly width: Width; readonly theme: Theme }[] = [
  { width: 320, theme: 'light' },
  { width: 450, theme: 'light' },
  { width: 450, theme: 'dark' },
];
export const EXHIBITS: readonly string[] = exhibits
  .filter(({ unpictured }) => !unpictured)
  .map(({ name }) => name);

export const SANDBOX = 'sandbox-scorecard.png';
export const sheetPicture = (sheet: SheetId): string => `sheet-${sheet}.png`;
export const panePicture = (exhibit: string, width: Width, theme: Theme): string =>
  `pane-${exhibit}-${width}-${theme}.png`;

/** The report on a wide screen and on a phone, and the sheets of its PDF. */
export const REPORT_WIDTHS = [1100, 390] as const;
export const REPORT_SHEETS: readonly number[] = Array.from({ length: 11 }, (_, at) => at + 1);
export const reportPicture = (width: (typeof REPORT_WIDTHS)[number]): string => `report-${width}.png`;
export const reportSheet = (sheet: number): string => `report-sheet-${String(sheet).padStart(2, '0')}.png`;

/** What the extension's pages in the stores show, in the order in which a user meets it. */
export const STORE_SCENES = ['first-run', 'inbox', 'assessment', 'handover', 'submit-page'] as const;
export type StoreScene = (typeof STORE_SCENES)[number];
export const storePicture = (scene: StoreScene) => `store-${scene}.png` as const;

/** Every picture of the documentation. */
export const PICTURES: readonly string[] = [
  SANDBOX,
  ...STORE_SCENES.map(storePicture),
  ...SHEETS.map(sheetPicture),
  ...REPORT_WIDTHS.map(reportPicture),
  ...REPORT_SHEETS.map(reportSheet),
  ...EXHIBITS.flatMap((exhibit) => LOOKS.map(({ width, theme }) => panePicture(exhibit, width, theme))),
];
