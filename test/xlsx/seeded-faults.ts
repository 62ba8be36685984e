import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A fault put into the sample workbook, and the oracle that has to see it. */
export interface SeededFault {
  readonly name: string;
  readonly caughtBy: 'lint' | 'validator';
  /** Path of the part that is changed. */
  readonly part: string;
  readonly change: (xml: string) => string;
}

/** The file with the fault in it. Throws where the fault does not apply: a fault that changes nothing proves nothing. */
export function withFault(file: Uint8Array, fault: SeededFault): Uint8Array {
  const parts = unzipSync(file);
  const before = strFromU8(parts[fault.part] ?? new Uint8Array());
  const after = fault.change(before);
  if (after === before) throw new Error(`The fault "${fault.name}" does not apply`);
  return zipSync({ ...parts, [fault.part]: strToU8(after) });
}

const WORKBOOK = 'xl/workbook.xml';
const ANSWERS = 'xl/worksheets/sheet3.xml';
const SCORES = 'xl/worksheets/sheet4.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
const RADAR = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';

const replace =
  (from: string | RegExp, to: string) =>
  (xml: string): string =>
    xml.replace(from, to);
const insertBefore = (mark: string, piece: string) => replace(mark, `${piece}${mark}`);
/** Takes the first match away and puts it before a mark. */
const move = (piece: RegExp, before: string) => (xml: string) => {
  const found = piece.exec(xml)?.[0] ?? '';
  return xml.replace(found, '').replace(before, found + before);
};

const lint = (name: string, part: string, change: SeededFault['change']): SeededFault => ({
  name,
  caughtBy: 'lint',
  part,
  change,
});
const validator = (name: string, part: string, change: SeededFault['change']): SeededFault => ({
  name,
  caughtBy: 'validator',
  part,
  change,
});

const FORMULA_FAULTS = [
  lint('formula with a leading =', SCORES, replace('<f>COUNTIFS', '<f>=COUNTIFS')),
  lint('semicolon between arguments', SCORES, replace('$9,&quot;', '$9;&quot;')),
  lint('new function without its prefix', SCORES, replace('<f>COUNTIFS', '<f>MINIFS')),
  lint('new function with a point in its name', SCORES, replace('<f>SUM(', '<f>STDEV.S(')),
  lint('unbalanced parentheses', SCORES, replace('$9)</f>', '$9))</f>')),
  lint('reference to a missing sheet', SCORES, replace("'Team''s answers'!", "'Teams answers'!")),
  lint('reference to a cell that is gone', SCORES, replace(/'Team''s answers'!\$F\$4:\$F\$9/, '#REF!')),
  lint('structured reference', SCORES, replace(/'Team''s answers'!\$F\$4:\$F\$9/, 'tblItems[Level]')),
  lint('array constant', SCORES, replace('<f>SUM(', '<f>SUM({1,2},')),
  lint('text of more than 255 characters', SCORES, replace('&gt;=0', `&gt;=0${'0'.repeat(256)}`)),
  lint('formula of more than 8,192 characters', SCORES, replace('<f>SUM(', `<f>SUM(${'1,'.repeat(4100)}`)),
  lint(
    'formula nested deeper than 64',
    SCORES,
    replace('<f>SUM(', `<f>${'('.repeat(65)}1${')'.repeat(65)}+SUM(`),
  ),
  lint('open text in a formula', SCORES, replace('&gt;=0&quot;', '&gt;=0')),
];

const CELL_FAULTS = [
  validator('style that is not there', ANSWERS, replace(/<c r="A4" s="\d+"/, '<c r="A4" s="9999"')),
  lint('shared text that is not there', ANSWERS, replace(/(<c r="A4"[^>]*><v>)\d+/, '$199999')),
  lint('cells out of order', ANSWERS, replace('<c r="A4"', '<c r="ZZ4"')),
  lint('cell of another row', ANSWERS, replace('<c r="A4"', '<c r="A5"')),
  lint('rows out of order', ANSWERS, replace('<row r="5"', '<row r="3"')),
  lint('text in a cell for numbers', ANSWERS, replace(/(<c r="C4"[^>]*><v>)/, '$1x')),
  lint('boolean in words', SCORES, replace('t="b"><v>1', 't="b"><v>TRUE')),
  lint('stored error value', SCORES, replace('t="b"><v>1', 't="e"><v>#REF!')),
  lint('columns out of order', ANSWERS, replace('<col min="2" max="2"', '<col min="1" max="2"')),
  lint('column too wide', ANSWERS, replace('width="40"', 'width="400"')),
  lint('row too high', ANSWERS, replace('ht="30"', 'ht="500"')),
  lint(
    'merges that overlap',
    ANSWERS,
    replace('<mergeCell ref="A1:D1"/>', '<mergeCell ref="A1:D1"/><mergeCell ref="D1:E2"/>'),
  ),
  lint('merge inside the filter', ANSWERS, replace('ref="A1:D1"', 'ref="A4:B4"')),
  lint('link to a missing sheet', ANSWERS, replace('location="Scorecard!', 'location="Score!')),
  lint('wrong number of shared texts', STRINGS, replace(/uniqueCount="\d+"/, 'uniqueCount="3"')),
  lint('control character', STRINGS, replace('Welcome', 'Wel\u000bcome')),
];

const RULE_FAULTS = [
  lint('dropdown of more than 255 characters', ANSWERS, replace('0,1,2,3', `${'9'.repeat(260)},1,2,3`)),
  lint('prompt of more than 255 characters', ANSWERS, replace(' prompt="', ` prompt="${'p'.repeat(250)}`)),
  validator(
    'prompt title of more than 32 characters',
    ANSWERS,
    replace('promptTitle="', `promptTitle="${'t'.repeat(30)}`),
  ),
  lint('error of more than 225 characters', ANSWERS, replace(' error="', ` error="${'e'.repeat(220)}`)),
  lint('rule with a leading =', ANSWERS, replace('<formula1>500', '<formula1>=500')),
  lint('validations that overlap', ANSWERS, replace('sqref="B4:B9"', 'sqref="B4:C9"')),
  lint(
    'wrong count of validations',
    ANSWERS,
    replace('<dataValidations count="3"', '<dataValidations count="9"'),
  ),
  lint('validation without a formula', ANSWERS, replace('<formula1>500</formula1>', '')),
  lint('conditional style that is not there', ANSWERS, replace('dxfId="0"', 'dxfId="99"')),
  lint('priority twice', ANSWERS, replace('priority="2"', 'priority="1"')),
  lint('conditional formula with a leading =', ANSWERS, replace('<formula>$C4=5', '<formula>=$C4=5')),
  validator(
    'conditional format of a kind that does not exist',
    ANSWERS,
    replace('type="expression"', 'type="formula"'),
  ),
];

const WORKBOOK_FAULTS = [
  lint(
    'sheet name of more than 31 characters',
    WORKBOOK,
    replace('name="Start"', `name="${'S'.repeat(32)}"`),
  ),
  lint('sheet name with a slash', WORKBOOK, replace('name="Start"', 'name="St/art"')),
  lint('sheet name that Excel reserves', WORKBOOK, replace('name="Start"', 'name="History"')),
  lint('sheet name twice but for its case', WORKBOOK, replace('name="Start"', 'name="SCORECARD"')),
  lint('sheet id twice', WORKBOOK, replace('sheetId="2"', 'sheetId="1"')),
  lint('no visible sheet', WORKBOOK, replace(/(sheetId="[234]")/g, '$1 state="hidden"')),
  lint('active sheet hidden', WORKBOOK, replace('activeTab="1"', 'activeTab="0"')),
  lint('name that reads as an address', WORKBOOK, replace('_xlnm.Print_Area', 'MM1')),
  lint('name twice', WORKBOOK, replace('_xlnm.Print_Area', '_xlnm.Print_Titles')),
  lint('name of a sheet that is not there', WORKBOOK, replace('localSheetId="2"', 'localSheetId="77"')),
  lint(
    'filter without its hidden name',
    WORKBOOK,
    replace(/<definedName name="_xlnm._FilterDatabase".*?<\/definedName>/, ''),
  ),
  lint('no calculation on opening', WORKBOOK, replace(' fullCalcOnLoad="1"', '')),
  lint(
    'author in the properties',
    'docProps/core.xml',
    replace('<dcterms:created', '<dc:creator>Me</dc:creator><dcterms:created'),
  ),
];

const PACKAGE_FAULTS = [
  lint(
    'part without a content type',
    '[Content_Types].xml',
    replace(/<Override PartName="\/xl\/drawings[^>]*>/, ''),
  ),
  lint('content type of a missing part', '[Content_Types].xml', replace('drawing1.xml', 'drawing9.xml')),
  lint(
    'relationship to a missing part',
    'xl/worksheets/_rels/sheet4.xml.rels',
    replace('drawing1.xml', 'drawing9.xml'),
  ),
  lint('relationship id twice', 'xl/_rels/workbook.xml.rels', replace('Id="rId2"', 'Id="rId1"')),
  lint('relationship that is not there', SCORES, replace('<drawing r:id="rId1"', '<drawing r:id="rId7"')),
  validator('protection after the merges', ANSWERS, move(/<sheetProtection[^>]*>/, '<conditionalFormatting')),
  validator('filter before the protection', ANSWERS, move(/<autoFilter[^>]*>/, '<sheetProtection')),
  validator('margins after the page set-up', ANSWERS, move(/<pageMargins[^>]*>/, '<headerFooter')),
  validator(
    'validations before the conditional formats',
    ANSWERS,
    move(/<dataValidations.*<\/dataValidations>/, '<conditionalFormatting'),
  ),
  validator('element that does not exist', ANSWERS, insertBefore('<pageMargins', '<pageMargin/>')),
];

const LOOK_FAULTS = [
  validator('colour without its alpha', STYLES, replace(/rgb="FF(\w{6})"/, 'rgb="$1"')),
  lint('first fills missing', STYLES, replace('<fill><patternFill patternType="gray125"/></fill>', '')),
  lint('font that is not there', STYLES, replace('fontId="1"', 'fontId="99"')),
  lint('number format that is not there', STYLES, replace('numFmtId="164" fontId', 'numFmtId="190" fontId')),
  lint('wrong count of styles', STYLES, replace(/<cellXfs count="\d+"/, '<cellXfs count="2"')),
  validator(
    'radar with what only bars have',
    RADAR,
    insertBefore('<c:varyColors', '<c:grouping val="standard"/>'),
  ),
  lint(
    'axis that is not there',
    RADAR,
    replace('<c:axId val="1002"/></c:radarChart>', '<c:axId val="9"/></c:radarChart>'),
  ),
  lint('series on a missing sheet', RADAR, replace('Scorecard!', 'Scores!')),
  lint('chart without a description', DRAWING, replace('descr="Bars"', 'descr=""')),
  lint('shape id twice', DRAWING, replace('id="3" name', 'id="2" name')),
  lint('chart that ends before it starts', DRAWING, replace('<xdr:to><xdr:col>4<', '<xdr:to><xdr:col>0<')),
  validator('pages to fit below none', ANSWERS, replace('fitToWidth="1"', 'fitToWidth="-1"')),
];

/** Faults of the sample workbook that Excel repairs, refuses or shows as errors. */
export const SEEDED_FAULTS: readonly SeededFault[] = [
  ...FORMULA_FAULTS,
  ...CELL_FAULTS,
  ...RULE_FAULTS,
  ...WORKBOOK_FAULTS,
  ...PACKAGE_FAULTS,
  ...LOOK_FAULTS,
];
