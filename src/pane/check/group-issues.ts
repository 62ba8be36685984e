import type { Problem } from '../../assessment/assessment';
import type { Finding, Place } from '../../workbook/port';

/** One line of the check: a sentence, and the cell it is about. */
export interface Issue {
  readonly message: string;
  readonly place: Place;
}

export interface IssueGroups {
  readonly errors: readonly Issue[];
  readonly repairable: readonly Issue[];
  readonly todo: readonly Issue[];
  /** They change no score and stop nothing. */
  readonly warnings: readonly Issue[];
  readonly accepted: readonly Issue[];
}

/** Answer problems and workbook findings, by what a person has to do about them. */
export function groupIssues(problems: readonly Problem[], findings: readonly Finding[]): IssueGroups {
  const answers = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).map(issueOfProblem);
  const workbook = (remedy: Finding['remedy']) =>
    findings.filter((finding) => finding.remedy === remedy).map(issueOfFinding);
  return {
    errors: [...answers('error'), ...workbook('manual')],
    repairable: workbook('repair'),
    todo: answers('todo'),
    warnings: answers('warning'),
    accepted: workbook('accept'),
  };
}

const issueOfProblem = (problem: Problem): Issue => ({ message: problem.message, place: placeOf(problem) });

const issueOfFinding = ({ message, sheet, address }: Finding): Issue => ({
  message,
  place: address === null ? { sheet } : { sheet, address },
});

function placeOf({ code, item, row, field }: Problem): Place {
  if (field === 'organization' || field === 'size' || field === 'detail') return { profile: field };
  if (code === 'evidence-unknown-item')
    return row === null ? { sheet: 'evidence' } : { sheet: 'evidence', address: `A${row}` };
  // A second row and a stranger's row cannot be found by id: only the row number leads there.
  const byRow = code === 'item-duplicate' || code === 'item-unknown' || item === null;
  if (byRow) return row === null ? { sheet: 'assessment' } : { sheet: 'assessment', address: `A${row}` };
  return row === null || field === null ? { sheet: 'assessment' } : { item, field };
}
