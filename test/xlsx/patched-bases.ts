import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { writeXlsx } from '../../src/xlsx/write-xlsx';
import { jsp } from '../load-rubric';
import { answerSet, rawOf } from '../oracles/answer-sets';
import { jspDesign } from '../oracles/design';
import { runPython } from '../oracles/python';
import { withArchiveComment } from './packed';

/** A workbook of ours as somebody left it. */
export interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Every sheet that has formulas which depend on answers or evidence, or takes them. */
  readonly affected: readonly string[];
  readonly scorecard: { readonly sheet: string; readonly firstRow: number };
  /** The team's own sheets with formulas. */
  readonly added: readonly string[];
  /** Those of them that depend on nothing of ours: their stored results stay. */
  readonly left: readonly string[];
  /** Cells that an array formula fills, 0-based: they hold nothing but results. */
  readonly arrayFill: readonly (readonly [sheet: string, row: number, column: number])[];
  /** Parts, beside sheets, that evidence below a table changes. */
  readonly tables: readonly string[];
}

const OURS = ['Start', 'Assessment', 'Scorecard', 'Roadmap', 'Evidence', 'Submission', 'Rubric', 'JSP_state'];
const RENAMED = new Map([
  ['Assessment', 'Our answers (Q3)'],
  ['Scorecard', "Team's scores"],
  ['Evidence', 'Belege & Quellen'],
]);
const DEPENDENT = ['Team dashboard', 'Chain', 'Anywhere'];
const FOREIGN = {
  added: [...DEPENDENT, 'Unrelated'],
  left: ['Unrelated'],
  arrayFill: [1, 2, 3].map((row) => ['Team dashboard', row, 3] as const),
};
const PLAIN = {
  affected: OURS,
  scorecard: { sheet: 'Scorecard', firstRow: 8 },
  added: [],
  left: [],
  arrayFill: [],
  tables: [],
} satisfies Partial<Base>;

type Edit = Omit<Base, 'bytes'>;
const BY_LIBREOFFICE: readonly Edit[] = [
  { ...PLAIN, name: 'saved' },
  { ...PLAIN, name: 'sorted' },
  { ...PLAIN, name: 'filled' },
  { ...PLAIN, name: 'inserted', scorecard: { sheet: 'Scorecard', firstRow: 10 } },
  {
    ...PLAIN,
    name: 'renamed',
    affected: OURS.map((sheet) => RENAMED.get(sheet) ?? sheet),
    scorecard: { sheet: "Team's scores", firstRow: 8 },
  },
  { ...PLAIN, ...FOREIGN, name: 'foreign', affected: [...OURS, ...DEPENDENT] },
  {
    ...PLAIN,
    ...FOREIGN,
    name: 'everything',
    affected: [...OURS.map((sheet) => RENAMED.get(sheet) ?? sheet), ...DEPENDENT],
    scorecard: { sheet: "Team's scores", firstRow: 10 },
  },
];
const BY_OPENPYXL: readonly Edit[] = [
  { ...PLAIN, name: 'saved' },
  { ...PLAIN, name: 'reordered' },
  { ...PLAIN, name: 'cleared' },
  { ...PLAIN, name: 'foreign', affected: [...OURS, 'Team'], added: ['Team'] },
  {
    ...PLAIN,
    name: 'table',
    affected: [...OURS, 'Count'],
    added: ['Count'],
    tables: ['xl/tables/table1.xml'],
  },
];

const MINUTE = 60_000;

/** The workbooks that patches are tried on: ours, and ours after LibreOffice, openpyxl or an Office with add-ins had it. */
export async function patchedBases(): Promise<readonly Base[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jsp-bases-'));
  try {
    const blank = writeXlsx(jspDesign());
    const source = join(folder, 'ours.xlsx');
    await writeFile(source, blank);
    const edits = (list: readonly Edit[], tool: string) =>
      list.map(({ name }) => ({ name, source, file: join(folder, `${tool}-${name}.xlsx`) }));
    const [byOffice, byScript] = [edits(BY_LIBREOFFICE, 'libreoffice'), edits(BY_OPENPYXL, 'openpyxl')];
    await Promise.all([
      runPython('libreoffice-edit.py', { source, edits: byOffice }, 2 * MINUTE),
      runPython('openpyxl-edit.py', { edits: byScript }, MINUTE),
    ]);
    const saved = async (list: readonly Edit[], tool: string): Promise<readonly Base[]> =>
      Promise.all(
        list.map(async (edit) => {
          const bytes = new Uint8Array(await readFile(join(folder, `${tool}-${edit.name}.xlsx`)));
          return { ...edit, name: `${tool} ${edit.name}`, bytes };
        }),
      );
    const office = await saved(BY_LIBREOFFICE, 'libreoffice');
    const answers = rawOf(jsp, answerSet(jsp, 11));
    return [
      { ...PLAIN, name: 'ours', bytes: blank },
      { ...PLAIN, name: 'ours with answers', bytes: writeXlsx(jspDesign({ answers })) },
      ...office,
      ...(await saved(BY_OPENPYXL, 'openpyxl')),
      ...office
        .filter(({ name }) => name === 'libreoffice foreign')
        .map((base) => ({ ...base, name: 'foreign members', bytes: withForeignMembers(base.bytes) })),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const OFFICE = 'http://schemas.microsoft.com/office';

/** The same workbook with parts that no library knows, and an archive with comments, fields and attributes of its own. */
function withForeignMembers(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
    '</Types>',
    '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>' +
      '<Override PartName="/docMetadata/LabelInfo.xml" ContentType="application/vnd.ms-office.classificationlabels+xml"/></Types>',
  );
  const roots = strFromU8(parts['_rels/.rels'] ?? new Uint8Array()).replace(
    '</Relationships>',
    `<Relationship Id="rId90" Type="${OFFICE}/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>` +
      `<Relationship Id="rId91" Type="${OFFICE}/2020/02/relationships/classificationlabels" Target="docMetadata/LabelInfo.xml"/></Relationships>`,
  );
  const added: Readonly<Record<string, string>> = {
    '[Content_Types].xml': types,
    '_rels/.rels': roots,
    'xl/webextensions/taskpanes.xml': `<wetp:taskpanes xmlns:wetp="${OFFICE}/webextensions/taskpanes/2010/11"/>`,
    'docMetadata/LabelInfo.xml': `<clbl:labelList xmlns:clbl="${OFFICE}/2020/mipLabelMetadata"/>`,
    'customXml/item1.xml': '<team xmlns="urn:team">ours</team>',
  };
  const zippable: Zippable = {};
  const all = { ...parts, ...Object.fromEntries(Object.entries(added).map(([k, v]) => [k, strToU8(v)])) };
  Object.entries(all).forEach(([path, content], i) => {
    const options = {
      level: i % 3 === 0 ? 0 : 9,
      comment: `member ${i}`,
      extra: { 0x5455: Uint8Array.of(1, i) },
    } as const;
    zippable[path] = [content, { ...options, attrs: i << 16, os: 3, mtime: new Date(2001, 1, 1 + i) }];
  });
  return withArchiveComment(zipSync(zippable), 'kept by the team');
}
