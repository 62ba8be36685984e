import { DETAILS, ORGANIZATIONS, SIZES } from '../../assessment/vocabulary';
import type { RawCell, RawProfile } from '../../assessment/assessment';
import { literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { SheetDesign, SheetId } from '../design';
import { SCORECARD as S, START } from '../layout';
import { LEVEL_FILLS, LEVEL_INKS, PALETTE } from '../palette';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

const COLUMNS = 8;
const LEGEND_ROW = 9;
const PROGRESS_ROW = START.profileRow + 6;
/** Blocks in a full progress bar. */
const BAR = 20;

/** What this is, the scale, the profile, how far one is, what leaves and what never does. */
export function startSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names, refs } = blueprint;
  const canvas = new SheetCanvas({
    id: 'start',
    name: names.start,
    columns: [3, 6, 26, 40, 12, 28, 30, 3].map((width) => ({ width })),
    print: { landscape: true, onePage: true, footer: words('sheet.footer') },
  });
  canvas.band(COLUMNS, words('sheet.startTitle'), words('sheet.startSubtitle'));
  canvas.paragraph(3, 1, 6, rubric.notice, 46);
  steps(canvas, blueprint);
  canvas.put(LEGEND_ROW - 1, 1, words('sheet.scale'), STYLES.heading).height(LEGEND_ROW - 1, 24);
  rubric.levels.forEach(({ level, name, meaning }, i) => {
    const fill = { fill: LEVEL_FILLS[level] ?? PALETTE.soft, color: LEVEL_INKS[level] ?? PALETTE.ink };
    canvas.put(LEGEND_ROW + i, 1, level, { ...STYLES.value, ...fill, bold: true });
    canvas.put(LEGEND_ROW + i, 2, name, { ...STYLES.value, horizontal: 'left', bold: true });
    canvas.paragraph(LEGEND_ROW + i, 3, 4, meaning, 20, { ...STYLES.value, horizontal: 'left' });
  });
  profile(canvas, blueprint);
  canvas.put(PROGRESS_ROW - 1, 1, words('sheet.progress'), STYLES.heading).height(PROGRESS_ROW - 1, 24);
  rubric.domains.forEach((domain, i) => {
    const rated = refs.scorecardCell(i, S.rated);
    const applicable = refs.scorecardCell(i, S.applicable);
    const coverage = refs.scorecardCell(i, S.coverage);
    const row = PROGRESS_ROW + i;
    canvas.put(row, 2, domain.name, STYLES.label);
    const filled = `IF(${coverage}="",0,INT(${coverage}*${BAR}))`;
    canvas.formula(
      row,
      3,
      `=LEFT("${'█'.repeat(BAR)}",${filled})&LEFT("${'░'.repeat(BAR)}",${BAR}-${filled})`,
      {
        color: PALETTE.accent,
        vertical: 'center',
      },
    );
    canvas.formula(
      row,
      4,
      `=${rated}&${literal(` ${words('sheet.progressOf')} `)}&${applicable}`,
      STYLES.label,
    );
  });
  const privacyRow = PROGRESS_ROW + refs.domains + 1;
  canvas.put(privacyRow, 1, words('sheet.leavesTitle'), STYLES.heading).height(privacyRow, 24);
  canvas.paragraph(privacyRow + 1, 1, 6, words('sheet.leaves'), 48);
  canvas.put(privacyRow + 2, 1, words('sheet.staysTitle'), STYLES.heading).height(privacyRow + 2, 24);
  canvas.paragraph(privacyRow + 3, 1, 6, words('sheet.stays'), 48);
  canvas.put(privacyRow + 5, 1, words('sheet.version', { rubric: rubric.id, version: rubric.version }), {
    size: 9,
    color: PALETTE.muted,
  });
  return canvas.finish();
}

/** Three steps, each a link to its sheet. */
function steps(canvas: SheetCanvas, { words, names }: Blueprint): void {
  const link = { color: PALETTE.accent, underline: true, bold: true, vertical: 'center' } as const;
  const step = (row: number, sheet: SheetId, text: string) => {
    canvas.put(row, 1, row - 3, { ...STYLES.value, bold: true, fill: PALETTE.soft });
    canvas.put(row, 2, names[sheet], link).put(row, 3, text, { vertical: 'center' });
    canvas.link({ row, column: 2, to: { sheet, row: 0, column: 0 }, tip: text }).height(row, 20);
  };
  step(4, 'assessment', words('sheet.stepAssess'));
  step(5, 'scorecard', words('sheet.stepScore'));
  step(6, 'submission', words('sheet.stepSubmit'));
  canvas.paragraph(7, 2, 5, words('sheet.sortHint'), 32, STYLES.small);
}

/** The two coarse segments and what to send: words in the cell, codes in the row. */
function profile(canvas: SheetCanvas, { words, answers }: Blueprint): void {
  canvas
    .put(START.profileRow - 1, 1, words('sheet.profile'), STYLES.heading)
    .height(START.profileRow - 1, 24);
  const choices = {
    organization: ORGANIZATIONS.map((code) => words(`profile.${code}`)),
    size: SIZES.map((code) => words(`profile.${code}`)),
    detail: DETAILS.map((code) => words(`profile.${code}`)),
  };
  (['organization', 'size', 'detail'] as const).forEach((field, i) => {
    const row = START.profileRow + i;
    canvas.put(row, 2, words(`profile.${field}`), STYLES.label);
    const chosen = profileText(answers?.profile, field, words);
    // Stands where everybody sees it; emptied, it is no choice.
    const filled = field === 'detail' ? (chosen ?? words('profile.items')) : chosen;
    canvas
      .put(row, START.valueColumn, filled, { ...STYLES.input, vertical: 'center', bold: true })
      .height(row, 22);
    canvas.put(row, 4, words(`sheet.profile_${field}`), {
      size: 9,
      color: PALETTE.muted,
      vertical: 'center',
    });
    canvas.validate({
      area: { row, column: START.valueColumn, rows: 1, columns: 1 },
      rule: { kind: 'list', values: choices[field] },
      error: { title: words('sheet.profileErrorTitle'), text: words('sheet.profileError') },
    });
  });
}

/** What a new workbook keeps of the choice of what to send, beside the cell: only what was chosen. */
export const chosenDetail = ({ answers, words }: Blueprint): string | null =>
  profileText(answers?.profile, 'detail', words);

/** A code from an answers file becomes its words; anything else stands as it was given. */
function profileText(
  profile: RawProfile | undefined,
  field: keyof RawProfile,
  words: Blueprint['words'],
): string | null {
  const cell: RawCell = profile?.[field] ?? null;
  if (cell === null || typeof cell === 'object') return null;
  const codes: readonly string[] = [...ORGANIZATIONS, ...SIZES, ...DETAILS];
  const code = codes.find((known) => known === cell) as
    (typeof ORGANIZATIONS)[number] | (typeof SIZES)[number] | (typeof DETAILS)[number] | undefined;
  return code === undefined ? String(cell) : words(`profile.${code}`);
}
