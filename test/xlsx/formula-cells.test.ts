import { strFromU8, unzipSync } from 'fflate';
import { formulaCells } from '../../src/xlsx/patch/formula-cells';
import { walkedFormulaCells } from '../../src/xlsx/patch/walked-formula-cells';
import { worksheet } from './edited';
import { BLANK } from './open-file';

const SHEETS = Object.entries(unzipSync(BLANK))
  .filter(([path]) => path.startsWith('xl/worksheets/sheet'))
  .map(([path, part]) => [path, strFromU8(part)] as const);
/** What a walk through the whole sheet has to find, too: cells with their formulas and the stretches of their elements. */
const found = (cells: ReturnType<typeof formulaCells>) =>
  cells.map(({ place, isShown, ...cell }) => ({ ...cell, place: place(), shown: isShown() }));

it.each<readonly [string, string]>([
  ...SHEETS,
  ['another prefix', worksheet(['<c r="B1"><f>A1</f><v>1</v></c>']).replaceAll(/<(\/?)(?=\w)/g, '<$1x:')],
  ['a comment', worksheet(['<!-- <c r="A1"><f>1</f></c> --><c r="B1"><f>A1&amp;"&lt;"</f></c>'])],
  ['text of its own', worksheet(['<c r="B1"><f><![CDATA[A1<2]]></f></c>'])],
  ['cells without an address', worksheet(['<c><v>1</v></c><c><f>A1</f><v>2</v></c>'])],
  [
    'formulas that fill',
    worksheet(['<c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>2</v></c>']),
  ],
  [
    'shared formulas',
    worksheet(['<c r="B1"><f t="shared" si="3" ref="B1:D1">A1</f></c><c r="D1"><f t="shared" si="3"/></c>']),
  ],
  ['a formula without a text', worksheet(['<c r="B1"><f/><v>1</v></c>'])],
  [
    'what only looks like one',
    worksheet(['<c r="B1"><fx>A1</fx></c><c r="C1" s="1"\n t="str"><f ca="1" >A1</f><v>x</v></c>']),
  ],
  ['a tag in two lines', worksheet(['<c r="A1"/><c r="B1"><v>1</v></c><c\nr="C1"><f>A1</f></c>'])],
  [
    'formulas behind the cells',
    worksheet([]).replace('</worksheet>', '<extLst><f>Gone!A1</f></extLst></worksheet>'),
  ],
])('a search through %s finds what a walk does', (_, xml) => {
  expect(found(formulaCells(xml, 'sheet'))).toEqual(found(walkedFormulaCells(xml, 'sheet')));
});

it('a follower of a shared formula that is not there stands for anything', () => {
  const [follower] = formulaCells(worksheet(['<c r="B1"><f t="shared" si="9"/></c>']), 'sheet');
  expect(follower?.text).toBe('OFFSET');
});
