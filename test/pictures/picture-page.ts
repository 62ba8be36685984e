import { english as words } from '../load-words';
import {
  EXHIBITS,
  LOOKS,
  panePicture,
  REPORT_SHEETS,
  REPORT_WIDTHS,
  reportPicture,
  reportSheet,
  SANDBOX,
  sheetPicture,
  SHEETS,
  STORE_SCENES,
  type StoreScene,
  storePicture,
} from './picture-names';

/** Views in the order a person meets them, by how an exhibit's name begins. */
const VIEWS = [
  { title: 'First run', begins: ['first-run', 'insert', 'newer', 'unreachable'] },
  { title: 'Answer', begins: ['answer'] },
  { title: 'Scores', begins: ['scores'] },
  { title: 'Compare', begins: ['compare'] },
  { title: 'Check', begins: ['check'] },
  { title: 'Submit', begins: ['submit', 'hand-over'] },
  { title: 'Side panel of the browser extension', begins: ['panel'] },
] as const;

const STORE_WORDS: Readonly<Record<StoreScene, string>> = {
  'first-run': 'The side panel’s first page: what is kept, and what leaves',
  inbox: 'The inbox beside a page that was just captured',
  assessment: 'An assessment over a file, with evidence on an item’s card',
  handover: 'The row to hand over beside the page that takes it',
  'submit-page': 'The page that takes the row shows it again',
};

/** `docs/pictures/README.md`: all pictures in tables. */
export function picturePage(): string {
  return [
    '# Pictures',
    'Taken by `npm run pictures` from the code as it is: the sheets in the sandbox, filled with the invented sample answers and compared with the invented sample benchmark; the pane with ports in memory, in every state it has, at both ends of its width, and once in the dark. In Excel the fonts, the grid and the charts are Excel’s own.',
    '## Sandbox',
    picture(SANDBOX, 'The scorecard beside the task pane'),
    '## Browser extension',
    'The built extension and the page of a service, beside invented web pages; in a browser the frame around them is the browser’s own.',
    ...STORE_SCENES.map((scene) => picture(storePicture(scene), STORE_WORDS[scene])),
    '## Sheets',
    ...SHEETS.map(
      (sheet) => `### ${words(`sheet.${sheet}`)}\n\n${picture(sheetPicture(sheet), words(`sheet.${sheet}`))}`,
    ),
    '## Report',
    'The report page of a release of 17 invented contributors, after a cycle of 17: as printed on A4, on a wide screen and on a phone.',
    ...REPORT_SHEETS.map((sheet) => picture(reportSheet(sheet), `Sheet ${sheet} of the printed report`)),
    ...REPORT_WIDTHS.map((width) => picture(reportPicture(width), `The report, ${width} px wide`)),
    ...VIEWS.flatMap(({ title, begins }) => [
      `## Pane: ${title}`,
      table(EXHIBITS.filter((exhibit) => begins.some((start) => exhibit.startsWith(start)))),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function table(exhibits: readonly string[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    row(['state', ...LOOKS.map(({ theme, width }) => `${width} px, ${theme}`)]),
    row(['---', ...LOOKS.map(() => '---')]),
    ...exhibits.map((exhibit) => row([exhibit, ...LOOKS.map((look) => cell(exhibit, look))])),
  ].join('\n');
}

const cell = (exhibit: string, { theme, width }: (typeof LOOKS)[number]): string =>
  picture(panePicture(exhibit, width, theme), `${exhibit}, ${width} px, ${theme}`);

const picture = (file: string, text: string): string => `![${text}](${file})`;
