import { addressOf, parseAddress } from './address';
import type { Area } from './area';
import type { SpreadsheetLibrary } from './seat';

const SCHEME = 'sandbox-cell://';
const linkName = 'sandbox_cell';

/** The address that a link of the grid has to cells of a sheet: the engine's own links lead to sheets only. */
export const cellUrl = (sheetId: string, area: Area): string => `${SCHEME}${sheetId}/${addressOf(area)}`;

const parsed = (url: string): { readonly sheetId: string; readonly area: Area } => {
  const [sheetId = '', address = 'A1'] = url.slice(SCHEME.length).split('/');
  return { sheetId, area: parseAddress(address).area };
};

/** Teaches the grid to follow such links: the sheet comes into view, and the cells are selected. */
export function prepareCellLinks({ registries: { urlRegistry } }: SpreadsheetLibrary): void {
  if (urlRegistry.contains(linkName)) return;
  urlRegistry.add(linkName, {
    match: (url) => url.startsWith(SCHEME),
    createLink: (url, label) => ({ url, label, isExternal: false, isUrlEditable: false }),
    urlRepresentation: (url, getters) => {
      const { sheetId, area } = parsed(url);
      return `${getters.tryGetSheetName(sheetId) ?? ''}!${addressOf(area)}`;
    },
    open: (url, { model }) => {
      const { sheetId, area } = parsed(url);
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (sheetIdFrom !== sheetId) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo: sheetId });
      const cell = { col: area.left, row: area.top };
      model.selection.selectZone({ cell, zone: { ...area } }, { scrollIntoView: true });
    },
    title: '',
    sequence: -1,
    getLinkProposals: () => [],
  });
}
