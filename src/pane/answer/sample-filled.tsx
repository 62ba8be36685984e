import { Button } from '@fluentui/react-components';
import { useFrame } from '../frame-context';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { useGoTo } from '../parts/use-go-to';
import { useLook } from '../parts/use-look';

/** The sample answers are there: the way to what they come to, in the pane and on the sheet. */
export default function SampleFilled() {
  const { words } = usePane();
  const { show } = useFrame();
  const { go, trouble } = useGoTo();
  const look = useLook();
  return (
    <div className={look.stack}>
      <Notice
        intent="success"
        title={words('pane.sampleFilledTitle')}
        action={{ label: words('pane.sampleScores'), run: () => show('scores') }}
      >
        {words('pane.sampleFilled')}
      </Notice>
      <Button size="small" className={look.start} onClick={() => go({ sheet: 'scorecard' })}>
        {words('pane.sampleScorecard')}
      </Button>
      {trouble}
    </div>
  );
}
