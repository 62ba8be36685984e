import type { Row } from '../../submission/row';
import type { SubmissionRecord } from '../../submission/record';
import type { Result } from '../../words/result';
import type { WorkbookPort } from '../../workbook/port';
import type { PaneProps } from '../ports';
import type { SessionSecrets } from './session-secrets';

/** Where a row comes from: the answers of a workbook, or bytes that somebody handed over. */
export interface RowSource {
  /** The row of a cycle, freshly made, exactly as it would be sent. */
  make(cycle: string): Promise<Result<Row>>;
  /** Whether it would be other bytes now than those of the record; also where it would be none. */
  differs(record: Pick<SubmissionRecord, 'bytes' | 'cycle'>): boolean;
}

/** Where rows and tokens are kept from before they are sent: a workbook, or this browser. */
export type RecordShelf = Pick<
  WorkbookPort,
  'submissions' | 'saveSubmission' | 'dropSubmission' | 'tokens' | 'saveToken'
>;

type World = Pick<PaneProps, 'benchmark' | 'pins' | 'clock' | 'random' | 'digest' | 'sha384' | 'verify'>;

/** What the views of a submission stand on, in the pane and on the benchmark's own page. */
export interface SubmitPorts extends World, Pick<PaneProps, 'words' | 'rubric'> {
  readonly source: RowSource;
  readonly shelf: RecordShelf;
}

/** What the steps of a submission work with. */
export interface SubmitParts extends SubmitPorts {
  readonly secrets: SessionSecrets;
}
