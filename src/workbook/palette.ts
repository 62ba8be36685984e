/** One calm palette: ink on white, one blue-green hue for the scale, a warm tint for what a person fills in. RRGGBB. */
export const PALETTE = {
  ink: '1F2A37',
  muted: '566270',
  line: 'D5DCE3',
  white: 'FFFFFF',
  band: '17394D',
  bandSoft: 'BFD5E0',
  accent: '23758C',
  soft: 'F2F6F8',
  input: 'FFFBEC',
  warn: '9A3412',
  warnFill: 'FDEBDD',
  good: '1E6B4F',
  target: 'B7791F',
  benchmark: '8672B5',
} as const;

/** Light to dark in one hue, so the order shows without colour vision; the number always stands beside it. */
export const LEVEL_FILLS: readonly string[] = ['FBEDE4', 'E4EFF3', 'C6DEE6', '9CC6D3', '5E9FB3', '23758C'];
export const LEVEL_INKS: readonly string[] = ['1F2A37', '1F2A37', '1F2A37', '1F2A37', '0B1C26', 'FFFFFF'];
