import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { useLook } from '../parts/use-look';
import type { Compared } from '../scores/use-benchmark';

export interface FetchAgainProps {
  readonly compared: Compared;
  /** The release that the workbook's figures are from. */
  readonly id: string;
}

/** What the workbook does not keep of a release, and the way to get it; only ever on a click. */
export function FetchAgain({ compared, id }: FetchAgainProps) {
  const { words } = usePane();
  const look = useLook();
  const { busy, failure, choose } = compared;
  return (
    <div className={look.stack}>
      <Notice
        intent="info"
        title={words('compare.fetchTitle')}
        action={{ label: words('compare.fetch'), run: () => choose(id), disabled: busy }}
      >
        {words('compare.fetchWhat')}
      </Notice>
      {busy && <Progress label={words('pane.loading')} />}
      {failure && (
        <Notice intent="error" title={words('pane.benchmarkFailedTitle')}>
          {failure.message}
        </Notice>
      )}
    </div>
  );
}
