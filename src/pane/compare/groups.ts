import type { Profile } from '../../assessment/assessment';
import { ORGANIZATIONS, SIZES } from '../../assessment/vocabulary';
import type { HiddenReason, Release, ReleaseCell } from '../../rubric/release';
import type { Words } from '../../words/words';

/** The figures of a group of contributors, where the rules let them be published. */
export type PublishedCell = Extract<ReleaseCell, { readonly rows: string }>;

/** Whom one may compare with: all contributors, or those of one kind or size. */
export interface Group {
  /** The release's name of it: `all`, `organization:hospital`, `size:under-250`. */
  readonly key: string;
  /** Whether the workbook's profile says that the team belongs to it. */
  readonly own: boolean;
  readonly cell: PublishedCell | null;
  /** Why there are no figures; null where there are. */
  readonly hidden: HiddenReason | null;
}

export const ALL = 'all';

/** The groups of a release: the team's own first, then all, then the others in the order of the profile's lists. */
export function groupsOf(release: Release, profile: Profile): readonly Group[] {
  const own = [`organization:${profile.organization}`, `size:${profile.size}`].filter(
    (key) => !key.endsWith(':undisclosed'),
  );
  const listed = [
    ...own,
    ALL,
    ...ORGANIZATIONS.map((code) => `organization:${code}`),
    ...SIZES.map((code) => `size:${code}`),
    ...Object.keys(release.cells),
  ];
  return [...new Set(listed)].flatMap((key) => {
    const cell = release.cells[key];
    if (cell === undefined) return [];
    const published = 'rows' in cell ? cell : null;
    return [{ key, own: own.includes(key), cell: published, hidden: 'hidden' in cell ? cell.hidden : null }];
  });
}

/** A group's name in the words of the profile's lists; what a later service adds keeps its code. */
export function groupName(key: string, words: Words): string {
  if (key === ALL) return words('compare.everyone');
  const [kind = '', code = ''] = key.split(':');
  const known = [...ORGANIZATIONS, ...SIZES].find((one) => one === code);
  if (known === undefined) return code;
  if (known !== 'undisclosed') return words(`profile.${known}`);
  return kind === 'size' ? words('compare.sizeUndisclosed') : words('compare.organizationUndisclosed');
}
