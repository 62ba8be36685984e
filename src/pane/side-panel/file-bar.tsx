import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Failure } from '../../words/result';
import type { WordKey } from '../../words/words';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { asked } from '../store/asked';
import { CloseQuestion } from './close-question';
import type { FileState } from './file-watch';
import type { OpenAssessmentProps } from './open-assessment';
import { useSidePanel } from './side-panel-context';
import { WhoseAnswers } from './whose-answers';
import { XLSX_TYPE } from './xlsx-type';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  line: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { flex: '1 1 auto', minWidth: 0 },
  name: { ...typographyStyles.body1Strong, margin: 0 },
});

const COPY_WORDS = {
  same: 'panel.copySame',
  changed: 'panel.copyChanged',
  handed: 'panel.copyHanded',
} as const satisfies Readonly<Record<FileState['copy'], WordKey>>;

const REFUSED_WORDS = {
  kept: 'panel.notInFile',
  'only-here': 'panel.notInFileNorKept',
} as const satisfies Readonly<Record<Exclude<FileState['refused'], 'none'>, WordKey>>;

/** Which file is open, where its changes go, and the ways to have it: download a copy, close. */
export function FileBar({ opened, onClose, onSettle, failure }: OpenAssessmentProps) {
  const { words, files } = useSidePanel();
  const look = useLook();
  const styles = useStyles();
  const { file, watch } = opened;
  const { copy, refused } = useSyncExternalStore(watch.subscribe, watch.state);
  const [notDownloaded, setNotDownloaded] = useState<Failure | null>(null);
  const [notForgotten, setNotForgotten] = useState<Failure | null>(null);
  const [asking, setAsking] = useState(false);
  const bar = useRef<HTMLElement>(null);
  // The button that led here is gone: who listens is told what is open.
  useEffect(() => bar.current?.focus(), []);

  async function download() {
    const handed = await asked(
      words,
      async () => {
        const content = await file.read();
        return content.ok ? files.download(file.name, content.value.bytes, XLSX_TYPE) : content;
      },
      'panel.unexpected',
    );
    if (handed.ok) watch.downloaded();
    setNotDownloaded(handed.ok ? null : handed.failure);
  }
  async function forgetAndClose() {
    const forgotten = await watch.forgetRefused();
    if (forgotten.ok) onClose();
    else setNotForgotten(forgotten.failure);
  }
  const unsaved = refused !== 'none';
  const isCopy = file.kind === 'copy';
  const toDownload = isCopy && copy === 'changed';
  return (
    <section ref={bar} tabIndex={-1} aria-label={words('panel.openedFile')} className={styles.bar}>
      <div className={styles.line}>
        <div className={styles.words}>
          <p className={styles.name}>
            <bdi>{file.name}</bdi>
          </p>
          <p role="status" className={look.quiet}>
            {words(unsaved ? REFUSED_WORDS[refused] : isCopy ? COPY_WORDS[copy] : 'panel.savedInFile')}
          </p>
        </div>
        <Button
          size="small"
          onClick={() => (unsaved || toDownload ? setAsking(true) : onClose())}
          disabledFocusable={asking}
        >
          {words('panel.close')}
        </Button>
      </div>
      {isCopy && (
        <Button
          size="small"
          appearance={toDownload ? 'primary' : 'secondary'}
          className={look.start}
          onClick={() => void download()}
        >
          {words('panel.download')}
        </Button>
      )}
      {opened.doubtful && (
        <WhoseAnswers
          file={file.name}
          doubtful={opened.doubtful}
          onTake={() => onSettle('this')}
          onLeave={() => onSettle('another')}
          onForget={() => onSettle('nobody')}
        />
      )}
      {notDownloaded && (
        <Notice intent="error" title={words('panel.notDownloadedTitle')}>
          {notDownloaded.message}
        </Notice>
      )}
      {(failure ?? notForgotten) && (
        <Notice intent="error" title={words('panel.notClosedTitle')}>
          {(failure ?? notForgotten)?.message}
        </Notice>
      )}
      {asking && (unsaved || toDownload) && (
        <CloseQuestion
          unsaved={refused}
          onClose={onClose}
          onForget={() => void forgetAndClose()}
          onStay={() => setAsking(false)}
        />
      )}
    </section>
  );
}
