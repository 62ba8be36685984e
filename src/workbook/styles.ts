import type { CellStyle } from './design';
import { PALETTE } from './palette';

/** The looks cells share. A sheet spreads one and adds what differs. */
export const STYLES = {
  title: { bold: true, size: 18, color: PALETTE.white, fill: PALETTE.band, vertical: 'center' },
  subtitle: { size: 10, color: PALETTE.bandSoft, fill: PALETTE.band, vertical: 'top' },
  band: { fill: PALETTE.band },
  heading: { bold: true, size: 13, color: PALETTE.band },
  header: {
    bold: true,
    color: PALETTE.white,
    fill: PALETTE.accent,
    vertical: 'center',
    wrap: true,
    border: 'all',
  },
  headerCentered: {
    bold: true,
    color: PALETTE.white,
    fill: PALETTE.accent,
    vertical: 'center',
    horizontal: 'center',
    wrap: true,
    border: 'all',
  },
  text: { vertical: 'top', wrap: true, border: 'all' },
  textMuted: { vertical: 'top', wrap: true, border: 'all', color: PALETTE.muted, size: 9 },
  textBold: { vertical: 'top', wrap: true, border: 'all', bold: true },
  input: { vertical: 'top', wrap: true, border: 'all', fill: PALETTE.input, unlocked: true },
  inputCentered: {
    vertical: 'center',
    horizontal: 'center',
    bold: true,
    size: 12,
    border: 'all',
    fill: PALETTE.input,
    unlocked: true,
  },
  value: { vertical: 'center', horizontal: 'center', border: 'all' },
  decimal: { vertical: 'center', horizontal: 'center', border: 'all', numberFormat: '0.00' },
  percent: { vertical: 'center', horizontal: 'center', border: 'all', numberFormat: '0%' },
  label: { vertical: 'center', color: PALETTE.muted },
  body: { vertical: 'top', wrap: true },
  small: { size: 9, color: PALETTE.muted, vertical: 'top', wrap: true },
  helper: { size: 9, color: PALETTE.muted },
} as const satisfies Readonly<Record<string, CellStyle>>;
