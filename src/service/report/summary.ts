import type { ReleaseFigure } from '../../rubric/release';
import type { Words } from '../../words/words';
import { cellOf, figureOf, type Edition } from './edition';
import { noFigures } from './section';
import { element, type Html } from './html';
import { countText, intervalText, scoreText } from './score-words';
import { changeSentences } from './summary-change';
import { itemSentences } from './summary-items';
import { withheldSentences } from './summary-withheld';
import { standingOf } from './standing';

/** The report in a few sentences, each of them there only where the figures carry it. */
export function summary(edition: Edition): Html {
  const { words } = edition;
  const points: readonly (readonly [string, readonly string[]])[] = [
    [words('report.leadOverall'), overall(edition)],
    [words('report.leadDomains'), domains(edition)],
    [words('report.leadItems'), itemSentences(edition)],
    [words('report.leadChange'), changeSentences(edition)],
    [words('report.leadWithheld'), withheldSentences(edition)],
  ];
  return element(
    'section',
    { id: 'summary', 'aria-labelledby': 'summary-title' },
    element('h2', { id: 'summary-title' }, words('report.summary')),
    element(
      'dl',
      { class: 'points' },
      ...points.flatMap(([lead, sentences]) =>
        sentences.length === 0
          ? []
          : element('div', {}, element('dt', {}, lead), element('dd', {}, sentences.join(' '))),
      ),
    ),
  );
}

function overall(edition: Edition): readonly string[] {
  const { release, words } = edition;
  const cell = cellOf(release, 'all');
  if (cell === null) return [noFigures(edition)];
  const composite = figureOf(cell.composite);
  if (composite?.mean === undefined) return [words('report.compositeHidden')];
  const mean = scoreText(composite.mean, composite.answers, words);
  const interval = intervalText(composite, words);
  return [
    interval === null
      ? words('report.compositeAlone', {
          mean,
          answers: countText(composite.answers, words),
          full: release.rules.fullRows,
        })
      : words('report.composite95', { mean, interval, answers: countText(composite.answers, words) }),
    ...middleHalf(composite, words),
  ];
}

/** Quartiles are rounded: two that have become the same say nothing of a half between them. */
function middleHalf({ p25, p75, answers }: ReleaseFigure, words: Words): readonly string[] {
  if (p25 === undefined || p75 === undefined) return [];
  const [low, high] = [scoreText(p25, answers, words), scoreText(p75, answers, words)];
  return [words(p25 === p75 ? 'report.quartilesEqual' : 'report.middleHalf', { low, high })];
}

function domains({ release, rubric, words }: Edition): readonly string[] {
  const cell = cellOf(release, 'all');
  const named = rubric.domains.map(({ id, name }) => ({ id, name, figure: figureOf(cell?.domains[id]) }));
  const means = named.flatMap(({ figure }) =>
    figure?.mean === undefined ? [] : { mean: figure.mean, answers: figure.answers },
  );
  if (means.length === 0) return [];
  const ends = [...means].sort((a, b) => a.mean - b.mean);
  const [least, most] = [ends[0], ends.at(-1)].map((end) =>
    end ? scoreText(end.mean, end.answers, words) : '',
  ) as [string, string];
  const spread =
    least === most
      ? words('report.domainsEqual', { count: means.length, mean: least })
      : words('report.domainsBetween', { count: means.length, least, most });
  return [spread, ...standing(named, { least, most }, words)];
}

function standing(
  named: readonly { id: string; name: string; figure: ReturnType<typeof figureOf> }[],
  { least, most }: { readonly least: string; readonly most: string },
  words: Words,
): readonly string[] {
  const found = standingOf(named);
  if (!found.known) return [words('report.standingUnknown')];
  const nameOf = (id: string) => named.find((domain) => domain.id === id)?.name ?? id;
  const { highest, lowest } = found;
  if (highest === null && lowest === null) return [words('report.standingNone')];
  return [
    highest === null
      ? words('report.strongestNone')
      : words('report.strongest', { domain: nameOf(highest), mean: most }),
    lowest === null
      ? words('report.weakestNone')
      : words('report.weakest', { domain: nameOf(lowest), mean: least }),
  ];
}
