import type { ReactNode } from 'react';
import type { Failure } from '../words/result';
import { usePane, usePaneState, useWords } from './pane-context';
import { Masthead } from './parts/masthead';
import { Notice } from './parts/notice';
import { useLook } from './parts/use-look';

/** While the pane looks into the workbook. */
export function Looking() {
  const words = useWords();
  const look = useLook();
  const { waiting } = usePaneState();
  return (
    <Standstill>
      <p role="status" className={look.text}>
        {words(waiting ? 'pane.waitingForExcel' : 'pane.looking')}
      </p>
    </Standstill>
  );
}

/** The workbook could not be read. */
export function Unreachable({ failure }: { readonly failure: Failure }) {
  const { words, store } = usePane();
  const again = { label: words('pane.tryAgain'), run: () => void store.open() };
  return (
    <Standstill>
      <Notice intent="error" title={words('pane.unreachableTitle')} action={again}>
        {failure.message}
      </Notice>
    </Standstill>
  );
}

/** The workbook comes from a later version: nothing is read, nothing is written. */
export function NewerVersion() {
  const words = useWords();
  return (
    <Standstill>
      <Notice intent="warning" title={words('pane.newerTitle')}>
        {words('pane.newer')}
      </Notice>
    </Standstill>
  );
}

/** The workbook asks another rubric than this pane has: nothing is written. */
export function OtherRubric({
  found,
}: {
  readonly found: { readonly id: string; readonly version: string };
}) {
  const { words, rubric } = usePane();
  return (
    <Standstill>
      <Notice intent="warning" title={words('pane.otherRubricTitle')}>
        {words('pane.otherRubric', {
          found: `${found.id} ${found.version}`,
          here: `${rubric.id} ${rubric.version}`,
        })}
      </Notice>
    </Standstill>
  );
}

function Standstill({ children }: { readonly children: ReactNode }) {
  const look = useLook();
  return (
    <>
      <header>
        <Masthead />
      </header>
      <main className={look.view}>{children}</main>
    </>
  );
}
