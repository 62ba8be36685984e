import type { SheetId } from '../../src/workbook/design';
import { gallery } from '../pane/gallery';

export const SHEETS = [
  'start',
  'assessment',
  'scorecard',
  'roadmap',
  'evidence',
  'benchmark',
  'submission',
  'history',
  'rubric',
] as const satisfies readonly SheetId[];
export const WIDTHS = [320, 450] as const;
export const THEMES = ['light', 'dark'] as const;
export const EXHIBITS: readonly string[] = gallery.map(({ name }) => name);

export type Width = (typeof WIDTHS)[number];
export type Theme = (typeof THEMES)[number];

export const SANDBOX = 'sandbox-scorecard.png';
export const sheetPicture = (sheet: SheetId): string => `sheet-${sheet}.png`;
export const panePicture = (exhibit: string, width: Width, theme: Theme): string =>
  `pane-${exhibit}-${width}-${theme}.png`;

/** Every picture of the documentation. */
export const PICTURES: readonly string[] = [
  SANDBOX,
  ...SHEETS.map(sheetPicture),
  ...EXHIBITS.flatMap((exhibit) =>
    THEMES.flatMap((theme) => WIDTHS.map((width) => panePicture(exhibit, width, theme))),
  ),
];
