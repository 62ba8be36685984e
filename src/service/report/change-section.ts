import { changeChart, type ChangeRow } from './charts/change-chart';
import { drawChart } from './charts/draw-chart';
import { changesSince, isDistinct, isJudged, type Change } from './changes';
import { areComparable, comparedNames, measureName } from './compared';
import type { Edition } from './edition';
import { element, type Child, type Html } from './html';
import { differenceText, meanText } from './score-words';
import { figureBlock, section } from './section';
import { changeSentences } from './summary-change';
import { DASH, table, type Row } from './table';

/** What changed since the cycle before, each difference with its uncertainty. */
export async function changeSection(edition: Edition): Promise<Html> {
  const { release, former, rubric, words } = edition;
  const title = words('report.changes');
  const sentences = element('p', {}, changeSentences(edition).join(' '));
  if (former === null || !areComparable(release, former)) return section('changes', title, sentences);
  const changes = changesSince(release, former, comparedNames(rubric));
  if (!changes.some(isJudged)) return section('changes', title, sentences);
  const scores = changes.filter(({ name }) => !rubric.items.some(({ id }) => id === name));
  const items = changes.filter((change) => !scores.includes(change));
  return section(
    'changes',
    title,
    sentences,
    element('p', {}, words('report.changesAbout', { former: former.id, cycle: former.cycle })),
    former.rubric.versions.join() === release.rubric.versions.join()
      ? null
      : element('p', {}, words('report.versionsDiffer', { cycle: former.cycle })),
    await scoreChart(scores, edition),
    changeTable(words('report.changeTable'), words('report.colDomain'), scores, former.cycle, edition),
    changeTable(words('report.changeItemTable'), words('report.colItem'), items, former.cycle, edition),
  );
}

async function scoreChart(changes: readonly Change[], { rubric, words }: Edition): Promise<Html> {
  const rows = changes.map((change): ChangeRow => ({
    label: measureName(change.name, rubric, words),
    difference: change.difference,
    margin: change.margin,
    value: differenceWords(change, words) ?? verdictWords(change, words),
    leading: change.name === 'composite',
  }));
  const label = words('report.changeChart', {
    values: rows.map(({ label: name, value }) => `${name} ${value}`).join('; '),
  });
  const chart = await drawChart(changeChart(label, rows, (tick) => differenceText(tick, words)));
  return figureBlock(null, chart, words('report.changeCaption'));
}

function changeTable(
  caption: string,
  first: string,
  changes: readonly Change[],
  cycle: string,
  { release, rubric, words }: Edition,
): Html {
  const columns = [
    { label: first },
    { label: cycle, numeric: true },
    { label: release.cycle, numeric: true },
    { label: words('report.colDifference'), numeric: true },
    { label: words('report.colVerdict'), whole: true },
  ];
  const rows = changes.map((change): Row => {
    const { name, before, now } = change;
    const title = measureName(name, rubric, words);
    const isItem = rubric.items.some(({ id }) => id === name);
    const head: Child = isItem ? [element('span', { class: 'id' }, name), ' ', title] : title;
    const text = verdictWords(change, words);
    return {
      head,
      leading: name === 'composite',
      cells: [
        meanText(before, words) ?? DASH,
        meanText(now, words) ?? DASH,
        differenceWords(change, words) ?? DASH,
        isDistinct(change) ? element('strong', {}, text) : text,
      ],
    };
  });
  return table(caption, columns, rows);
}

/** "+0.10 ± 0.29"; null where it cannot be judged, because a bare difference says more than is known. */
function differenceWords({ difference, margin }: Change, words: Edition['words']): string | null {
  if (difference === null || margin === null) return null;
  return words('report.plusMinus', {
    mean: differenceText(difference, words),
    margin: differenceText(margin, words).replace(/^\+/, ''),
  });
}

function verdictWords({ verdict, difference }: Change, words: Edition['words']): string {
  if (verdict !== 'unknown') return words(`report.verdict-${verdict}`);
  return words(difference === null ? 'report.verdict-hidden' : 'report.verdict-alone');
}
