import type { WordKey } from '../../words/words';
import type { Edition, Mode } from './edition';
import { element, type Html } from './html';
import { hiddenList } from './hidden-list';
import { section } from './section';

/** How the figures came about, what holds them back, what was held back here, and what they cannot say. */
export function methodSection(edition: Edition): Html {
  const { words, release, mode } = edition;
  const { leastRows, fullRows, leastDifference, greatestShare, leastAgeDays } = release.rules;
  const values = {
    least: leastRows,
    full: fullRows,
    belowFull: fullRows - 1,
    difference: leastDifference,
    share: greatestShare,
    days: leastAgeDays,
    small: `${leastRows}-${fullRows - 1}`,
    largest: Math.round(100 / leastRows),
  };
  const list = (keys: readonly (readonly [WordKey, WordKey])[]) =>
    element(
      'dl',
      { class: 'rules' },
      ...keys.map(([name, text]) =>
        element('div', {}, element('dt', {}, words(name)), element('dd', {}, words(text, values))),
      ),
    );
  return section(
    'method',
    words('report.method'),
    element('h3', {}, words('report.methodScores')),
    list(SCORES),
    element('h3', {}, words('report.methodRows')),
    element('p', {}, words(COLLECTED[mode])),
    element('p', {}, words('report.methodRowsAbout')),
    element('h3', {}, words('report.methodRules')),
    element('p', {}, words('report.methodRulesAbout')),
    list(RULES),
    element('h3', {}, words('report.hiddenHere')),
    hiddenList(edition),
    element('h3', {}, words('report.methodReading')),
    list(READING),
  );
}

const COLLECTED: Readonly<Record<Mode, WordKey>> = {
  open: 'report.collected-open',
  code: 'report.collected-code',
  blind: 'report.collected-blind',
};

const SCORES = [
  ['report.termLevel', 'report.aboutLevel'],
  ['report.termMean', 'report.aboutMean'],
  ['report.termQuartiles', 'report.aboutQuartiles'],
  ['report.termInterval', 'report.aboutInterval'],
] as const;

const RULES = [
  ['report.ruleLeast', 'report.ruleLeastText'],
  ['report.ruleFull', 'report.ruleFullText'],
  ['report.ruleRounding', 'report.ruleRoundingText'],
  ['report.ruleShares', 'report.ruleSharesText'],
  ['report.ruleUniform', 'report.ruleUniformText'],
  ['report.ruleWeight', 'report.ruleWeightText'],
  ['report.ruleSegments', 'report.ruleSegmentsText'],
  ['report.ruleBatch', 'report.ruleBatchText'],
  ['report.ruleDifference', 'report.ruleDifferenceText'],
  ['report.ruleAudit', 'report.ruleAuditText'],
  ['report.ruleClosed', 'report.ruleClosedText'],
] as const;

const READING = [
  ['report.termSmall', 'report.aboutSmall'],
  ['report.termChange', 'report.aboutChange'],
  ['report.termAsOf', 'report.aboutAsOf'],
  ['report.termLimits', 'report.aboutLimits'],
] as const;
