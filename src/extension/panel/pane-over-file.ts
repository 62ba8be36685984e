import type { HandOverPort, PaneProps } from '../../pane/ports';
import type { SidePanelProps } from '../../pane/side-panel/side-panel-props';
import { offlineBenchmark } from '../../submission/offline-benchmark';
import { newWorkbookId } from '../../workbook/workbook-id';
import { success } from '../../words/result';
import { type FileWorkbook, openAssessment } from '../../xlsx/file-workbook';

export interface PaneOverFileParts extends Omit<
  PaneProps,
  'workbook' | 'benchmark' | 'captured' | 'handOver' | 'inFile' | 'sample'
> {
  readonly cycle: string;
  /** Origin of the benchmark service that rows are handed to; empty where the build names none. */
  readonly endpoint: string;
  readonly handOver: HandOverPort;
  /** Calls back whenever the user comes back to the panel. */
  readonly onReturn: (look: () => void) => void;
}

/**
 * Everything the pane needs over an open file: the file as a workbook, and a benchmark that never connects. A user who
 * comes back from elsewhere may have changed the file there, so it is looked at again.
 */
export function paneOverFile(parts: PaneOverFileParts): SidePanelProps['paneOver'] {
  const { cycle, endpoint, handOver, onReturn, ...shared } = parts;
  const benchmark = offlineBenchmark({ endpoint, published: shared.published, words: shared.words });
  let open: FileWorkbook | null = null;
  // What cannot be read now is told by the next read or write that the user asks for.
  onReturn(() => void open?.lookAgain());
  return async (file) => {
    const workbook = await openAssessment({
      ...shared,
      ...{ file, cycle },
      newId: () => newWorkbookId(shared.random),
    });
    if (!workbook.ok) return workbook;
    const opened = workbook.value;
    open = opened;
    return success({
      pane: { ...shared, workbook: opened, benchmark, handOver, inFile: true },
      workbookId: () => opened.workbookId(),
    });
  };
}
