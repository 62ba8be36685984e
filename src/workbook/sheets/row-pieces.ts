import { literal, trimmedText } from '../address';
import type { Blueprint } from '../blueprint';
import { RUBRIC, SCORECARD as S, START } from '../layout';
import { profileWords, STATE, stateValueRow } from './state-layout';

export interface RowPiece {
  /** The field's path in the row. */
  readonly field: string;
  /** Formula (without `=`) of the JSON value as it stands in the row. */
  readonly value: string;
  /** JSON around the value. */
  readonly before: string;
  readonly after: string;
  /** Formula of a condition under which the piece is part of the row. */
  readonly when?: string;
}

/** The row as JSON, piece by piece, in the order of canonical JSON (RFC 8785: members sorted by name). */
export function rowPieces(blueprint: Blueprint): readonly RowPiece[] {
  const { rubric, refs } = blueprint;
  const detail = detailCode(blueprint);
  const itemsSent = `${detail}="items"`;
  const ids = rubric.items
    .map((item, index) => ({ id: item.id, index }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const domains = rubric.domains
    .map(({ id }, index) => ({ id, index }))
    .sort((a, b) => byCodeUnit(a.id, b.id));
  const overall = (column: number) => refs.scorecardCell('overall', column);
  return [
    {
      field: 'cycle',
      value: quoted(refs.cell('state', stateValueRow('cycle'), STATE.value)),
      before: '{"cycle":',
      after: ',',
    },
    ...domains.flatMap(({ id, index }, i): RowPiece[] => {
      const at = (column: number) => refs.scorecardCell(index, column);
      return [
        {
          field: `domains.${id}.level`,
          value: level(at(S.level), blueprint),
          before: `${i === 0 ? '"domains":{' : ''}"${id}":{"level":`,
          after: ',',
        },
        {
          field: `domains.${id}.mean`,
          value: orNull(at(S.hundredths)),
          before: '"mean":',
          after: i === domains.length - 1 ? '}},' : '},',
        },
      ];
    }),
    ...ids.map(({ id, index }, i): RowPiece => ({
      field: `items.${id}`,
      value: itemValue(refs.rubricCell(index, RUBRIC.state), refs.rubricCell(index, RUBRIC.level)),
      before: `${i === 0 ? '"items":{' : ''}"${id}":`,
      after: i === ids.length - 1 ? '},' : ',',
      when: itemsSent,
    })),
    {
      field: 'organization',
      value: quotedCode(profileCode('organization', 0, 'undisclosed', blueprint)),
      before: '"organization":',
      after: ',',
    },
    {
      field: 'overall.composite',
      value: `IF(${overall(S.mean)}=${open(blueprint)},${literal('"open"')},${orNull(overall(S.hundredths))})`,
      before: '"overall":{"composite":',
      after: ',',
    },
    {
      field: 'overall.itemMean',
      value: `IF(${overall(S.rated)}=0,"null",INT((200*${overall(S.sum)}+${overall(S.rated)})/(2*${overall(S.rated)})))`,
      before: '"itemMean":',
      after: ',',
    },
    { field: 'overall.level', value: level(overall(S.level), blueprint), before: '"level":', after: '},' },
    {
      field: 'rubric.id',
      value: quoted(refs.cell('state', stateValueRow('rubric.id'), STATE.value)),
      before: '"rubric":{"id":',
      after: ',',
    },
    {
      field: 'rubric.version',
      value: quoted(refs.cell('state', stateValueRow('rubric.version'), STATE.value)),
      before: '"version":',
      after: '},',
    },
    { field: 'schema', value: literal('"jsp-row/1"'), before: '"schema":', after: ',' },
    {
      field: 'size',
      value: quotedCode(profileCode('size', 1, 'undisclosed', blueprint)),
      before: '"size":',
      after: '}',
    },
  ];
}

/** What to send, as chosen on Start or else as it was last known; `invalid` where nobody chose. */
export const detailCode = (blueprint: Blueprint): string => profileCode('detail', 2, 'invalid', blueprint);

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const quoted = (cell: string): string => `CHAR(34)&${cell}&CHAR(34)`;
/** A profile that is not one of the choices stays `invalid`, unquoted, so that the sheet can see it. */
const quotedCode = (code: string): string => `IF(${code}="invalid","invalid",CHAR(34)&${code}&CHAR(34))`;
const orNull = (cell: string): string => `IF(${cell}="","null",${cell})`;
const open = ({ words }: Blueprint): string => literal(words('sheet.open'));
const level = (cell: string, blueprint: Blueprint): string =>
  `IF(${cell}="","null",IF(${cell}=${open(blueprint)},${literal('"open"')},${cell}))`;
const itemValue = (state: string, rated: string): string =>
  `IF(${state}="rated",${rated},CHAR(34)&${state}&CHAR(34))`;

/** The code behind a profile cell's words, in any language; the default where the cell is empty. */
function profileCode(
  field: 'organization' | 'size' | 'detail',
  offset: number,
  none: string,
  { refs, vocabulary }: Blueprint,
): string {
  const typed = refs.cell('start', START.profileRow + offset, START.valueColumn);
  const kept = refs.cell('state', stateValueRow('detail'), STATE.value);
  const cell = field === 'detail' ? `IF(${trimmedText(typed)}="",${kept},${typed})` : typed;
  const count = profileWords(vocabulary).length;
  const column = (c: number) =>
    `${refs.cell('state', 0, c)}:${refs.cell('state', count - 1, c).replace(/^.*!/, '')}`;
  const match = `MATCH(${literal(`${field}|`)}&UPPER(${trimmedText(cell)}),${column(STATE.word)},0)`;
  return `IF(ISERROR(${cell}),"invalid",IF(${trimmedText(cell)}="",${literal(none)},IF(ISNUMBER(${match}),INDEX(${column(STATE.code)},${match}),"invalid")))`;
}
