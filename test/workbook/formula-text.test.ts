import { referencesIn, shapeOf } from '../../src/workbook/check/formula-text';
import { parsePointer } from '../../src/workbook/map';

describe('shapeOf', () => {
  it('is the same whatever sheets are called and wherever cells have moved to', () => {
    expect(shapeOf("=SUM('My sheet'!$A$7:$A$306, B2)")).toBe(shapeOf('=sum(Other!$B$9:$B$310,$C$4)'));
  });

  it('is the same in a file that LibreOffice saved', () => {
    expect(shapeOf('=IF(A1>1,FALSE(),"TRUE()")')).toBe(shapeOf('=IF(A1>1,FALSE,"TRUE()")'));
  });

  it('tells texts, functions, operators and lost references apart', () => {
    const formula = '=IF(A1="x A2",1,LOG10(B2))';
    const others = ['=IF(A1="x A3",1,LOG10(B2))', '=IF(A1="X A2",1,LOG10(B2))', '=IF(A1="x A2",2,LOG10(B2))'];
    for (const other of [...others, '=IF(#REF!="x A2",1,LOG10(B2))', '=IF(#REF!$A$1="x A2",1,LOG10(B2))']) {
      expect(shapeOf(other)).not.toBe(shapeOf(formula));
    }
  });

  it('finds references and nothing that only looks like one', () => {
    expect(referencesIn("=LOG10(B2)&\"C3\"&'It''s D4'!$E$5:$F$6&TRUE")).toEqual([
      { sheet: '', cells: 'B2' },
      { sheet: "'It''s D4'!", cells: '$E$5:$F$6' },
    ]);
  });
});

describe('parsePointer', () => {
  it('takes a cell of a deleted sheet, in both spellings, as gone', () => {
    expect(parsePointer('=#REF!$A$1')).toBeNull();
    expect(parsePointer('=#REF!')).toBeNull();
    expect(parsePointer("='#1'!$A$1")).toEqual({ sheet: '#1', row: 0, column: 0 });
  });
});
