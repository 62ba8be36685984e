import { Button } from '@fluentui/react-components';
import type { CapturedEvidence } from '../../assessment/evidence';
import type { Words } from '../../words/words';
import type { CapturedPort } from '../inbox/inbox-port';
import { usePane, useWords } from '../pane-context';
import { Disclosure } from '../parts/disclosure';
import { Notice } from '../parts/notice';
import { useLook } from '../parts/use-look';
import { type EvidenceGroup, EvidencePreview } from './evidence-preview';
import { savedWords } from './evidence-words';
import { type Captured, useCaptured } from './use-captured';

/** What waits in the browser extension, where there is one to ask; nothing at all while nothing waits. */
export function CapturedEvidenceCard() {
  const { captured } = usePane();
  return captured ? <Card port={captured} /> : null;
}

function Card({ port }: { readonly port: CapturedPort }) {
  const words = useWords();
  const look = useLook();
  const captured = useCaptured(port);
  const { waiting, left, saved, busy, failed } = captured;
  if (waiting.length === 0 && left === 0 && saved === null && failed === null) return null;
  return (
    <section className={look.card} aria-label={words('pane.captured')}>
      {waiting.length > 0 && <Waiting {...captured} />}
      <Trouble {...captured} />
      {left > 0 && <p className={look.quiet}>{words('pane.capturedLeft', { count: left })}</p>}
      <p
        role="status"
        tabIndex={-1}
        data-home=""
        className={saved === null && !busy ? look.hidden : look.text}
      >
        {busy && words('pane.addingEvidence')}
        {!busy && saved !== null && failed === null && savedWords(saved, words)}
      </p>
    </section>
  );
}

function Waiting({ waiting, busy, get }: Captured) {
  const words = useWords();
  const look = useLook();
  return (
    <>
      <p className={look.text}>{words('pane.capturedWaits', { count: waiting.length })}</p>
      <Button appearance="primary" className={look.start} disabledFocusable={busy} onClick={get}>
        {words('pane.getCaptured', { n: waiting.length })}
      </Button>
      <Disclosure title={words('pane.capturedList')}>
        <EvidencePreview name={words('pane.capturedList')} groups={byItem(waiting, words)} />
      </Disclosure>
    </>
  );
}

function Trouble({ failed, saved, list, get, acknowledge }: Captured) {
  const words = useWords();
  if (failed === null) return null;
  const again = (run: () => void) => ({ label: words('pane.tryAgain'), run });
  const { doing, failure } = failed;
  switch (doing) {
    case 'list':
      return (
        <Notice intent="warning" title={words('pane.capturedFailedTitle')} action={again(list)}>
          {failure.message}
        </Notice>
      );
    case 'add':
      return (
        <Notice intent="error" title={words('pane.evidenceNotAddedTitle')} action={again(get)}>
          {failure.message}
        </Notice>
      );
    case 'acknowledge':
      return (
        <Notice intent="warning" title={words('pane.notAcknowledgedTitle')} action={again(acknowledge)}>
          {saved && savedWords(saved, words)} {words('pane.notAcknowledged', { reason: failure.message })}
        </Notice>
      );
  }
}

function byItem(rows: readonly CapturedEvidence[], words: Words): readonly EvidenceGroup[] {
  const items = [...new Set(rows.flatMap(({ item }) => item ?? []))].sort();
  return items.map((item) => {
    const ofItem = rows.filter((row) => row.item === item);
    return { title: words('pane.pasteFor', { count: ofItem.length, item }), rows: ofItem };
  });
}
