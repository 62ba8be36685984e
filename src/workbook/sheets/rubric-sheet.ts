import type { RubricItem } from '../../rubric/schema';
import type { Words } from '../../words/words';
import { cellAddress, isOneOf, literal, trimmedText } from '../address';
import type { Blueprint } from '../blueprint';
import type { SheetDesign } from '../design';
import { ASSESSMENT, RUBRIC, SCORECARD } from '../layout';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';

/**
 * All level descriptors, and behind the group the calculation: one row an item, in the rubric's order, that finds the
 * item's answer by its ID. Sorting, filtering and inserting rows on the Assessment sheet change nothing here.
 */
export function rubricSheet(blueprint: Blueprint): SheetDesign {
  const { rubric, words, names } = blueprint;
  const last = RUBRIC.firstRow + rubric.items.length;
  const canvas = new SheetCanvas({
    id: 'rubric',
    name: names.rubric,
    columns: [9.5, 15, 22, 27, 22, 22, 22, 22, 22, 22, 32, 46, 46]
      .map((width) => ({ width }))
      .concat(Array.from({ length: 11 }, () => ({ width: 9, grouped: true as const }))),
    frozen: { rows: RUBRIC.firstRow, columns: 3 },
    print: {
      landscape: true,
      onePage: false,
      // Up to the descriptors, in letters that can be read; evidence and sources stay on the screen.
      area: { row: 0, column: 0, rows: last, columns: RUBRIC.evidence },
      titleRows: { first: RUBRIC.headerRow, last: RUBRIC.headerRow },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(
    RUBRIC.source + 1,
    words('sheet.rubricTitle', { title: rubric.title, version: rubric.version }),
    words('sheet.rubricSubtitle'),
  );
  canvas.paragraph(2, 0, 8, rubric.notice, 27, STYLES.small);
  // What stays in view leaves room for rows.
  canvas.height(0, 27).height(1, 18).height(3, 3);
  canvas.paragraph(last + 1, 0, 8, abbreviations(rubric.abbreviations ?? {}), 44, STYLES.small);
  headers(
    rubric.levels.map((step) => `${step.level} ${step.name}`),
    words,
  ).forEach((text, column) => canvas.put(RUBRIC.headerRow, column, text, STYLES.header));
  canvas.height(RUBRIC.headerRow, 32);
  const domainName = new Map(rubric.domains.map((domain) => [domain.id, domain.name]));
  rubric.items.forEach((item, index) => {
    const row = RUBRIC.firstRow + index;
    canvas.put(row, RUBRIC.id, item.id, STYLES.textBold);
    canvas.put(row, RUBRIC.domain, domainName.get(item.domain) ?? item.domain, STYLES.text);
    canvas.put(row, RUBRIC.title, item.title, STYLES.textBold);
    canvas.putRow(row, RUBRIC.question, [item.question, ...item.levels], { ...STYLES.text, size: 9 });
    canvas.put(row, RUBRIC.evidence, item.evidence.join('; '), STYLES.textMuted);
    canvas.put(row, RUBRIC.references, references(item, words), STYLES.textMuted);
    canvas.put(row, RUBRIC.source, source(item, words), STYLES.textMuted);
    calculation(row, index, blueprint).forEach((formula, i) =>
      canvas.formula(row, RUBRIC.row + i, formula, STYLES.helper),
    );
    canvas.height(row, 88);
  });
  return canvas.finish();
}

const headers = (levels: readonly string[], words: Words): readonly string[] => [
  words('sheet.colId'),
  words('sheet.colDomain'),
  words('sheet.colItem'),
  words('sheet.colQuestion'),
  ...levels,
  words('sheet.colExampleEvidence'),
  words('sheet.colReferences'),
  words('sheet.colSource'),
  words('sheet.calcRow'),
  words('sheet.calcEntry'),
  words('sheet.calcReason'),
  words('sheet.calcState'),
  words('sheet.calcLevel'),
  words('sheet.calcTargetEntry'),
  words('sheet.calcTarget'),
  words('sheet.calcGap'),
  words('sheet.calcGain'),
  words('sheet.calcPriority'),
  words('sheet.calcShown'),
];

/** The eleven formulas of one item. States are codes, never words: rated, na, unknown, blank, invalid. */
function calculation(row: number, index: number, { refs, vocabulary, words }: Blueprint): readonly string[] {
  const at = (column: number) => `$${cellAddress(row, column)}`;
  const found = at(RUBRIC.row);
  const entry = at(RUBRIC.entry);
  const level = at(RUBRIC.level);
  const target = at(RUBRIC.target);
  const gap = at(RUBRIC.gap);
  const state = at(RUBRIC.state);
  const match = `MATCH(${at(RUBRIC.id)},${refs.assessment(ASSESSMENT.id)},0)`;
  const pick = (column: number) => `INDEX(${refs.assessment(column)},${found})`;
  const floor = `INDEX(${refs.scorecard(SCORECARD.floor)},MATCH(${at(RUBRIC.domain)},${refs.scorecard(SCORECARD.domain)},0))`;
  const peers = `COUNTIFS(${refs.rubric(RUBRIC.domain)},${at(RUBRIC.domain)},${refs.rubric(RUBRIC.level)},${level})`;
  return [
    `=IF(ISNUMBER(${match}),${match},0)`,
    textOf(found, pick(ASSESSMENT.level)),
    `=IF(${found}=0,0,IF(ISERROR(${pick(ASSESSMENT.notes)}),0,IF(${trimmedText(pick(ASSESSMENT.notes))}="",0,1)))`,
    `=IF(${entry}="","blank",IF(${isDigit(entry)},"rated",IF(${isOneOf(entry, vocabulary.na)},IF(${at(RUBRIC.reason)}=1,"na","invalid"),IF(${isOneOf(entry, vocabulary.unknown)},"unknown","invalid"))))`,
    `=IF(${state}="rated",FIND(${entry},"012345")-1,"")`,
    textOf(found, pick(ASSESSMENT.target)),
    `=IF(${at(RUBRIC.targetEntry)}="","",IF(${isDigit(at(RUBRIC.targetEntry))},FIND(${at(RUBRIC.targetEntry)},"012345")-1,"invalid"))`,
    `=IF(ISNUMBER(${level}),IF(ISNUMBER(${target}),MAX(0,${target}-${level}),""),"")`,
    `=IF(ISNUMBER(${level}),IF(${level}<5,IF(${level}=${floor},INT(100/${peers}),0),0),0)`,
    `=IF(ISNUMBER(${gap}),IF(${gap}>0,${gap}*1000000+${at(RUBRIC.gain)}*1000+${999 - index},""),"")`,
    `=IF(${state}="rated",${level},IF(${state}="na",${literal(words('answer.na'))},IF(${state}="unknown","?",IF(${state}="invalid","!","–"))))`,
  ];
}

/**
 * The trimmed text of a picked cell: "" where empty, "#" for an error or a boolean (LibreOffice stores TRUE as 1).
 * `&""` keeps an empty cell from reading as 0.
 */
const textOf = (found: string, picked: string): string =>
  `=IF(${found}=0,"",IF(ISERROR(${picked}),"#",IF(ISLOGICAL(${picked}),"#",${trimmedText(picked)})))`;

const isDigit = (cell: string): string => `AND(LEN(${cell})=1,ISNUMBER(FIND(${cell},"012345")))`;
function references(item: RubricItem, words: Words): string {
  return item.references
    .map(({ text, confirmed }) => (confirmed ? text : words('sheet.unconfirmed', { reference: text })))
    .join('; ');
}

const source = ({ provenance }: RubricItem, words: Words): string =>
  [words(`sheet.source_${provenance.status}`), provenance.basis, provenance.derivedFrom].join(' ');

const abbreviations = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(([short, long]) => `${short}: ${long}.`)
    .join(' ');
