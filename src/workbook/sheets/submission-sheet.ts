import { cellAddress, literal } from '../address';
import type { Blueprint } from '../blueprint';
import type { CellStyle, SheetDesign } from '../design';
import { SCORECARD as S } from '../layout';
import { SheetCanvas } from '../sheet-canvas';
import { STYLES } from '../styles';
import { detailCode, rowPieces } from './row-pieces';
import { BYTES, PIECES_ROW, RECEIPT_ROWS, RECEIPTS_ROW } from './submission-layout';

const COLUMNS = 5;
/** Behind the group: the piece of JSON, and all pieces up to it. */
const PIECE = 5;
const SO_FAR = 6;

/** The exact row, built by formulas from the answers, byte for byte what the pane and the command line send; and the receipts. */
export function submissionSheet(blueprint: Blueprint): SheetDesign {
  const { words, names } = blueprint;
  const pieces = rowPieces(blueprint);
  const bottom = PIECES_ROW + 1 + pieces.length;
  const canvas = new SheetCanvas({
    id: 'submission',
    name: names.submission,
    columns: [
      ...[30, 22, 14, 66, 60].map((width) => ({ width })),
      { width: 20, grouped: true as const },
      { width: 20, grouped: true as const },
    ],
    frozen: { rows: 2, columns: 0 },
    print: {
      landscape: true,
      onePage: false,
      area: { row: 0, column: 0, rows: bottom, columns: COLUMNS },
      footer: words('sheet.footer'),
    },
  });
  canvas.band(COLUMNS, words('sheet.submissionTitle'), words('sheet.submissionSubtitle'));
  canvas.put(BYTES.row - 1, 0, words('sheet.exactRow'), STYLES.heading);
  canvas.paragraph(BYTES.row, BYTES.column, COLUMNS, { formula: bytes(blueprint, pieces.length) }, 96, {
    ...STYLES.text,
    size: 9,
  });
  canvas.paragraph(BYTES.row + 1, 0, COLUMNS, words('sheet.exactRowNote'), 18, STYLES.small);
  canvas.put(RECEIPTS_ROW - 1, 0, words('sheet.receipts'), STYLES.heading);
  canvas.putRow(
    RECEIPTS_ROW,
    0,
    [
      words('sheet.colDay'),
      words('sheet.meta_cycle'),
      words('sheet.colState'),
      words('sheet.colHash'),
      words('sheet.colReceipt'),
    ],
    STYLES.header,
  );
  for (let i = 1; i <= RECEIPT_ROWS; i += 1) {
    const style: CellStyle = { ...STYLES.text, size: 9, unlocked: true };
    canvas.putRow(RECEIPTS_ROW + i, 0, [null, null, null, null, null], style);
  }
  canvas.put(PIECES_ROW - 1, 0, words('sheet.everyField'), STYLES.heading);
  canvas.putRow(PIECES_ROW, 0, [words('sheet.colField'), words('sheet.colValue')], STYLES.header);
  canvas.putRow(PIECES_ROW, PIECE, [words('sheet.calcPiece'), words('sheet.calcSoFar')], STYLES.header);
  pieces.forEach(({ field, value, before, after, when }, i) => {
    const row = PIECES_ROW + 1 + i;
    const own = `$${cellAddress(row, 1)}`;
    const text = `${literal(before)}&${own}&${literal(after)}`;
    canvas
      .put(row, 0, field, STYLES.text)
      .formula(row, 1, `=${value}`, { ...STYLES.text, horizontal: 'left' });
    canvas.formula(row, PIECE, when === undefined ? `=${text}` : `=IF(${when},${text},"")`, STYLES.helper);
    const soFar = i === 0 ? '' : `$${cellAddress(row - 1, SO_FAR)}&`;
    canvas.formula(row, SO_FAR, `=${soFar}$${cellAddress(row, PIECE)}`, STYLES.helper);
  });
  return canvas.finish();
}

/** All pieces together once every item is answered and valid; until then, why there is nothing to send. */
function bytes(blueprint: Blueprint, pieces: number): string {
  const { refs, words } = blueprint;
  const blank = refs.scorecardCell('overall', S.blank);
  const invalid = refs.scorecardCell('overall', S.invalid);
  const values = `$B$${PIECES_ROW + 2}:$B$${PIECES_ROW + 1 + pieces}`;
  const waiting = `${literal(`${words('sheet.nothingToSend')} `)}&${blank}&${literal(` ${words('sheet.progressOpen')}, `)}&${invalid}&${literal(` ${words('sheet.invalidCount')}.`)}`;
  const profile = literal(words('sheet.profileInvalid'));
  const whole = `$${cellAddress(PIECES_ROW + pieces, SO_FAR)}`;
  const unchosen = `${detailCode(blueprint)}="invalid"`;
  return `=IF(${blank}+${invalid}>0,${waiting},IF(OR(COUNTIFS(${values},"invalid")>0,${unchosen}),${profile},${whole}))`;
}
