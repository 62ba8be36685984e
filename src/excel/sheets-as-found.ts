import { folded } from '../assessment/vocabulary';
import type { WordKey, Words } from '../words/words';
import { recognised } from '../workbook/found-by-headings';
import { isSchema } from '../workbook/map';
import type { Finding } from '../workbook/port';
import { SHEET_IDS } from '../workbook/sheet-names';
import { sheetTitle } from '../workbook/sheet-title';
import { sheetFindings } from '../workbook/structure-findings';
import type { Survey } from './survey-workbook';

/** What is to be said of the sheets as such: gone, renamed, unprotected, hidden, moved; and of others that look like them. */
export const sheetsAsFound = (survey: Survey, words: Words): readonly Finding[] => [
  ...SHEET_IDS.flatMap((id) => sheetFindings(id, survey.map.sheets[id], words)),
  ...eachSheet(survey, words),
  ...orderFinding(survey, words),
  ...copies(survey, words),
];

const about = { address: null, item: null } as const;

function eachSheet({ sheets }: Survey, words: Words): readonly Finding[] {
  return [...sheets.values()].flatMap(({ id, design, isProtected, isVisible }): Finding[] => {
    const say = (code: Finding['code'], key: WordKey, remedy: Finding['remedy']): Finding => ({
      ...{ code, sheet: id, ...about, remedy },
      message: words(key, { sheet: sheetTitle(id, words) }),
    });
    return [
      ...(design.protected && !isProtected
        ? [say('protection-removed', 'workbook.findingProtection', 'repair')]
        : []),
      ...(design.veryHidden && isVisible ? [say('sheet-shown', 'workbook.findingStateShown', 'repair')] : []),
      ...(!design.veryHidden && !isVisible ? [say('sheet-hidden', 'workbook.findingHidden', 'accept')] : []),
    ];
  });
}

function orderFinding({ order }: Survey, words: Words): readonly Finding[] {
  const visible = order.filter((id) => id !== 'state').map((id) => SHEET_IDS.indexOf(id));
  if (visible.every((at, i) => i === 0 || at > (visible[i - 1] ?? -1))) return [];
  return [
    {
      code: 'sheets-moved',
      sheet: 'start',
      ...about,
      message: words('workbook.findingOrder'),
      remedy: 'accept',
    },
  ];
}

/** Sheets that were duplicated or came from another workbook. A person who answers there should know. */
function copies({ others, map }: Survey, words: Words): readonly Finding[] {
  return others.flatMap((look): Finding[] => {
    const seen = recognised(look, words);
    const id = seen && seen.share > 0 ? seen.id : isState(look.cell(0, 0), look.cell(0, 1)) ? 'state' : null;
    if (id === null) return [];
    const sheet = map.sheets[id] ?? sheetTitle(id, words);
    const isAnswers = id === 'assessment';
    const key = isAnswers ? 'workbook.findingCopyAnswers' : 'workbook.findingCopy';
    const message = words(key, { name: look.name, sheet });
    return [{ code: 'sheet-copied', sheet: id, ...about, message, remedy: isAnswers ? 'manual' : 'accept' }];
  });
}

const isState = (key: unknown, value: Parameters<typeof isSchema>[0]): boolean =>
  typeof key === 'string' && folded(key) === 'SCHEMA' && isSchema(value);
