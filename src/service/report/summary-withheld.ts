import { cellOf, type Edition } from './edition';

/** What the figures of this release do not show: hidden items and groups, and groups whose figures are older. */
export function withheldSentences({ release, rubric, words }: Edition): readonly string[] {
  const cell = cellOf(release, 'all');
  const hiddenItems = cell === null ? 0 : rubric.items.filter(({ id }) => isHidden(cell.items[id])).length;
  const uniform =
    cell === null ? 0 : Object.values(cell.items).filter((item) => 'uniform' in item && item.uniform).length;
  const groups = Object.entries(release.cells).filter(([key]) => key !== 'all');
  const hiddenGroups = groups.filter(([, group]) => 'hidden' in group).length;
  const older = Object.values(release.cells).filter(
    (group) => !('hidden' in group) && group.asOf !== release.id,
  ).length;
  const sentences = [
    ...(hiddenItems > 0
      ? [words('report.hiddenItems', { count: hiddenItems, all: rubric.items.length })]
      : []),
    ...(uniform > 0 ? [words('report.uniformItems', { count: uniform })] : []),
    ...(hiddenGroups > 0 ? [words('report.hiddenGroups', { count: hiddenGroups, all: groups.length })] : []),
    ...(older > 0 ? [words('report.olderGroups', { count: older })] : []),
  ];
  return sentences.length > 0
    ? [...sentences, words('report.whyWithheld')]
    : [words('report.nothingWithheld')];
}

const isHidden = (measure: object | undefined): boolean => measure === undefined || 'hidden' in measure;
