import type { RawCell, RawRow } from '../../assessment/assessment';
import type { Words } from '../../words/words';
import { cellAddress, isOneOf, literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { Area, CellContent, SheetDesign } from '../design';
import { ASSESSMENT as A, RUBRIC, SCORECARD } from '../layout';
import { LEVEL_FILLS, LEVEL_INKS, PALETTE } from '../palette';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

const COLUMNS = A.listed + 1;
/** Level descriptors: wide enough for the longest within the height of a row. */
const LEVELS = { count: 6, width: 24 } as const;
const LINK_ROW = 3;
const CENTERED: ReadonlySet<number> = new Set([A.level, A.target, A.listed]);

/** The form: one row an item, the answer beside its descriptors, and in words what is wrong with a row. */
export function assessmentSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names, answers } = blueprint;
  const count = rubric.items.length;
  const canvas = new SheetCanvas({
    id: 'assessment',
    name: names.assessment,
    columns: [
      ...[9, 16, 26, 38, 12, 38, 38, 12, 28, 15, 12, 30, 30, 11].map((width) => ({ width })),
      { width: 9, grouped: true as const },
      { width: 9, grouped: true as const },
      ...Array.from({ length: LEVELS.count }, () => ({ width: LEVELS.width })),
    ],
    frozen: { rows: A.firstRow, columns: A.question },
    autoFilter: { row: A.headerRow, column: 0, rows: count + 1, columns: COLUMNS },
    print: {
      landscape: true,
      onePage: false,
      // The form itself, in letters that can be read; who does what until when is printed with the Roadmap.
      area: { row: 0, column: 0, rows: A.firstRow + count, columns: A.target + 1 },
      titleRows: { first: A.headerRow, last: A.headerRow },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(
    A.levels + LEVELS.count,
    words('sheet.assessmentTitle'),
    words('sheet.assessmentSubtitle'),
    A.question,
  );
  canvas.put(1, A.question, words('sheet.sortShort'), STYLES.subtitle);
  canvas.paragraph(LINK_ROW, 0, A.question, { formula: progress(blueprint) }, 27, {
    ...STYLES.heading,
    size: 10,
    vertical: 'center',
    wrap: true,
  });
  lowRows(canvas);
  links(canvas, words);
  const levels = rubric.levels.map(({ level, name }) => `${level} ${name}`);
  [...headers(words), words('sheet.calcRow'), words('sheet.calcState'), ...levels].forEach((text, column) =>
    canvas.put(A.headerRow, column, text, CENTERED.has(column) ? STYLES.headerCentered : STYLES.header),
  );
  canvas.height(A.headerRow, 32);
  const filled = new Map((answers?.rows ?? []).map((row) => [row.id, row]));
  const domainName = new Map(rubric.domains.map((domain) => [domain.id, domain.name]));
  rubric.items.forEach((item, index) => {
    const row = A.firstRow + index;
    canvas.put(row, A.id, item.id, STYLES.textBold);
    canvas.put(row, A.domain, domainName.get(item.domain) ?? item.domain, STYLES.text);
    canvas.put(row, A.item, item.title, STYLES.textBold).put(row, A.question, item.question, STYLES.text);
    answerCells(canvas, row, filled.get(item.id));
    canvas.formula(row, A.meaning, descriptor(row, 0, blueprint), STYLES.text);
    canvas.formula(row, A.next, descriptor(row, 1, blueprint), STYLES.textMuted);
    canvas.formula(row, A.check, check(row, blueprint), STYLES.text);
    canvas.formula(row, A.listed, listed(row, blueprint), STYLES.value);
    canvas.formula(row, A.rubricRow, rubricRow(row, blueprint), STYLES.helper);
    canvas.formula(row, A.state, stateOf(row, blueprint), STYLES.helper);
    levels.forEach((_, level) =>
      canvas.formula(row, A.levels + level, levelText(row, level, blueprint), { ...STYLES.text, size: 9 }),
    );
    canvas.height(row, 66);
  });
  validations(canvas, blueprint);
  formats(canvas, count);
  return canvas.finish();
}

/** What stays in view leaves room for rows: title, hints, progress and headings are at most 180 pixels high. */
function lowRows(canvas: SheetCanvas): void {
  canvas.height(0, 27).height(1, 30).height(2, 3).height(4, 3);
}

/** From the answers to the six descriptors of the same rows, and back. */
function links(canvas: SheetCanvas, words: Words): void {
  const style = { color: PALETTE.accent, underline: true, bold: true, vertical: 'center' } as const;
  const link = (from: number, to: number, text: string) => {
    canvas.put(LINK_ROW, from, text, style);
    canvas.link({
      row: LINK_ROW,
      column: from,
      to: { sheet: 'assessment', row: A.headerRow, column: to },
      tip: text,
    });
  };
  link(A.question, A.levels, words('sheet.toLevels'));
  link(A.levels, A.level, words('sheet.toAnswers'));
}

const headers = (words: Words): readonly string[] => [
  words('sheet.colId'),
  words('sheet.colDomain'),
  words('sheet.colItem'),
  words('sheet.colQuestion'),
  words('sheet.colLevel'),
  words('sheet.colMeaning'),
  words('sheet.colNext'),
  words('sheet.colTarget'),
  words('sheet.colEvidence'),
  words('sheet.colOwner'),
  words('sheet.colDue'),
  words('sheet.colNotes'),
  words('sheet.colCheck'),
  words('sheet.colListed'),
];

function answerCells(canvas: SheetCanvas, row: number, answer: RawRow | undefined): void {
  const centered = (column: number, cell: RawCell | undefined) =>
    canvas.put(row, column, contentOf(cell), STYLES.inputCentered);
  const text = (column: number, cell: RawCell | undefined) =>
    canvas.put(row, column, contentOf(cell), STYLES.input);
  centered(A.level, answer?.level);
  centered(A.target, answer?.target);
  text(A.evidence, answer?.evidence);
  text(A.owner, answer?.owner);
  canvas.put(row, A.due, contentOf(answer?.due), { ...STYLES.input, numberFormat: 'yyyy-mm-dd' });
  text(A.notes, answer?.notes);
}

const contentOf = (cell: RawCell | undefined): CellContent =>
  cell === undefined || cell === null ? null : typeof cell === 'object' ? cell.error : cell;

function progress({ words, refs }: Blueprint): string {
  const rated = refs.scorecardCell('overall', SCORECARD.rated);
  const applicable = refs.scorecardCell('overall', SCORECARD.applicable);
  const blank = refs.scorecardCell('overall', SCORECARD.blank);
  return `=${rated}&${literal(` ${words('sheet.progressOf')} `)}&${applicable}&${literal(` ${words('sheet.progressRated')} · `)}&${blank}&${literal(` ${words('sheet.progressOpen')}`)}`;
}

/** The row of the item in the Rubric sheet's calculation; 0 for an id the rubric does not have. */
function rubricRow(row: number, { refs }: Blueprint): string {
  const match = `MATCH($${cellAddress(row, A.id)},${refs.rubric(RUBRIC.id)},0)`;
  return `=IF(ISNUMBER(${match}),${match},0)`;
}

/** The level as the calculation reads it, or the code of another state; for the colours, which look at this sheet alone. */
function stateOf(row: number, { refs }: Blueprint): string {
  const found = `$${cellAddress(row, A.rubricRow)}`;
  const level = `INDEX(${refs.rubric(RUBRIC.level)},${found})`;
  return `=IF(${found}=0,"",IF(ISNUMBER(${level}),${level},INDEX(${refs.rubric(RUBRIC.state)},${found})))`;
}

/** The descriptor of the level reached (step 0) or of the next one (step 1). */
function descriptor(row: number, step: 0 | 1, { refs, words }: Blueprint): string {
  const found = `$${cellAddress(row, A.rubricRow)}`;
  const level = `INDEX(${refs.rubric(RUBRIC.level)},${found})`;
  const first = refs.rubricCell(0, RUBRIC.levels);
  const last = refs.rubricCell(refs.items - 1, RUBRIC.levels + 5).replace(/^.*!/, '');
  const text = `INDEX(${first}:${last},${found},${level}+${step + 1})`;
  const shown = step === 0 ? text : `IF(${level}=5,${literal(words('sheet.highest'))},${text})`;
  return `=IF(${found}=0,"",IF(ISNUMBER(${level}),${shown},""))`;
}

/** The descriptor of one level of the row's item. */
function levelText(row: number, level: number, { refs }: Blueprint): string {
  const found = `$${cellAddress(row, A.rubricRow)}`;
  return `=IF(${found}=0,"",INDEX(${refs.rubric(RUBRIC.levels + level)},${found}))`;
}

/** What is wrong with the row, in words, first things first. */
function check(row: number, { refs, words, vocabulary }: Blueprint): string {
  const id = `$${cellAddress(row, A.id)}`;
  const found = `$${cellAddress(row, A.rubricRow)}`;
  const picked = (column: number) => `INDEX(${refs.rubric(column)},${found})`;
  const state = picked(RUBRIC.state);
  const answerWords = { na: words('answer.na'), unknown: words('answer.unknown') };
  const cases: readonly (readonly [string, string])[] = [
    [`${found}=0`, words('sheet.checkNoItem')],
    [`COUNTIFS(${refs.assessment(A.id)},${id})>1`, words('sheet.checkDuplicate')],
    [
      `AND(${state}="invalid",${isOneOf(picked(RUBRIC.entry), vocabulary.na)})`,
      words('sheet.checkReason', answerWords),
    ],
    [`${state}="invalid"`, words('sheet.checkLevel', answerWords)],
    [`${picked(RUBRIC.target)}="invalid"`, words('sheet.checkTarget')],
    [`${state}="blank"`, words('sheet.checkBlank')],
    [`${state}="unknown"`, words('sheet.checkUnknown')],
    [`${state}="na"`, words('sheet.checkNa')],
  ];
  const nested = cases.reduceRight(
    (rest, [when, text]) => `IF(${when},${literal(text)},${rest})`,
    literal(words('sheet.checkOk')),
  );
  return `=IF(TRIM(${id}&"")="","",${nested})`;
}

/** How many lines the Evidence sheet has for the item of the row; nothing where it has none. */
function listed(row: number, { refs }: Blueprint): string {
  const lines = `COUNTIFS(${refs.evidenceItems},$${cellAddress(row, A.id)})`;
  return `=IF(${lines}=0,"",${lines})`;
}

function validations(canvas: SheetCanvas, { rubric, words }: Blueprint): void {
  const rows = rubric.items.length;
  const down = (column: number): Area => ({ row: A.firstRow, column, rows, columns: 1 });
  const levels = rubric.levels.map(({ level, name }) => `${level} ${name}`).join(' · ');
  canvas.validate({
    area: down(A.level),
    rule: {
      kind: 'list',
      values: ['0', '1', '2', '3', '4', '5', words('answer.na'), words('answer.unknown')],
    },
    prompt: { title: words('sheet.levelPromptTitle'), text: words('sheet.levelPrompt', { levels }) },
    error: { title: words('sheet.levelErrorTitle'), text: words('sheet.levelError') },
  });
  canvas.validate({
    area: down(A.target),
    rule: { kind: 'list', values: ['0', '1', '2', '3', '4', '5'] },
    error: { title: words('sheet.targetErrorTitle'), text: words('sheet.targetError') },
  });
  canvas.validate({
    area: down(A.due),
    rule: { kind: 'date', from: '2000-01-01', to: '2100-12-31' },
    error: { title: words('sheet.dueErrorTitle'), text: words('sheet.dueError') },
  });
}

/**
 * From the header down, as the formulas search: a row inserted above the first item is within. Fill follows the level as the calculation reads it, so a text "3" looks like 3 and rubbish stands out in every column.
 * The rules look at their own sheet only: files of Excel keep rules that look elsewhere in an extension of their own.
 */
function formats(canvas: SheetCanvas, count: number): void {
  const area: Area = { row: A.headerRow, column: A.level, rows: 1 + count, columns: 1 };
  const checks: Area = { ...area, column: A.check };
  const state = `$${cellAddress(A.headerRow, A.state)}`;
  LEVEL_FILLS.forEach((fill, level) => {
    canvas.format(area, `=${state}&""="${level}"`, { fill, color: LEVEL_INKS[level] ?? PALETTE.ink });
  });
  const wrong = `=${state}="invalid"`;
  canvas.format(area, wrong, { fill: PALETTE.warnFill, color: PALETTE.warn, bold: true });
  canvas.format(checks, wrong, { color: PALETTE.warn, bold: true });
  canvas.format(checks, `=${state}="blank"`, { color: PALETTE.muted });
}
