import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { type RefObject, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { WordsContext } from '../pane/pane-context';
import type { PaneProps } from '../pane/ports';
import { SubmitContext } from '../pane/submit/submit-context';
import { type Surroundings, SubmitSteps } from '../pane/submit/submit-steps';
import type { Rubric } from '../rubric/schema';
import { NO_PINS } from '../submission/shipped-cycle';
import type { Words } from '../words/words';
import { AfterReceipt } from './after-receipt';
import { browserShelf } from './browser-shelf';
import { InsteadOfWaiting } from './instead-of-waiting';
import { PageContext, type PageParts } from './page-context';
import { PageFrame } from './page-frame';
import { pageWords } from './page-words';
import { handedSource, type RowHolder, rowHolder } from './row-holder';
import { RowForm } from './row-form';

type World = Pick<PaneProps, 'benchmark' | 'theme' | 'clock' | 'random' | 'digest' | 'sha384' | 'verify'>;

/** Everything that the page touches outside itself. */
export interface SubmitPageProps extends World, Pick<PageParts, 'today' | 'save'> {
  /** The catalogue; the page says some of it in its own way. */
  readonly words: Words;
  readonly rubrics: readonly [Rubric, ...Rubric[]];
  readonly storage: Storage;
}

const ON_THE_PAGE: Surroundings = { Form: RowForm, After: AfterReceipt, Instead: InsteadOfWaiting };

/** The benchmark's own page: takes a row that was handed over, shows it again, sends it, and gives its record back. */
export function SubmitPage(props: SubmitPageProps) {
  const words = useMemo(() => pageWords(props.words), [props.words]);
  const [session, setSession] = useState({ number: 0, holder: rowHolder() });
  // What a session knows, such as the secret behind the recovery code, belongs to one row.
  const begin = useCallback(
    () => setSession(({ number }) => ({ number: number + 1, holder: rowHolder() })),
    [],
  );
  const { theme } = props;
  return (
    <FluentProvider theme={theme === 'dark' ? webDarkTheme : webLightTheme} lang={words.language}>
      <WordsContext value={words}>
        <Session key={session.number} {...props} words={words} holder={session.holder} begin={begin} />
      </WordsContext>
    </FluentProvider>
  );
}

interface SessionProps extends SubmitPageProps {
  readonly holder: RowHolder;
  readonly begin: () => void;
}

/** One row, from its bytes to Done. */
function Session(props: SessionProps) {
  const { words, rubrics, storage, holder, begin, today, save } = props;
  const { benchmark, clock, random, digest, sha384, verify } = props;
  const held = useSyncExternalStore(holder.subscribe, holder.row);
  const shelf = useMemo(() => browserShelf(storage, words), [storage, words]);
  const source = useMemo(() => handedSource(held, { holder, shelf, words }), [held, holder, shelf, words]);
  const rubric = rubricOf(held?.row.rubric, rubrics);
  const ports = useMemo(
    () => ({ words, rubric, benchmark, pins: NO_PINS, clock, random, digest, sha384, verify, source, shelf }),
    [words, rubric, benchmark, clock, random, digest, sha384, verify, source, shelf],
  );
  const page = useMemo(
    () => ({ holder, shelf, rubrics, today, save, begin }),
    [holder, shelf, rubrics, today, save, begin],
  );
  const top = useRef<HTMLHeadingElement>(null);
  const onStep = useStepFocus(top);
  return (
    <SubmitContext value={ports}>
      <PageContext value={page}>
        <PageFrame heading={top}>
          <SubmitSteps {...ON_THE_PAGE} onStep={onStep} />
        </PageFrame>
      </PageContext>
    </SubmitContext>
  );
}

/** The rubric that a row names; the first that came with the page while there is no row. */
function rubricOf(
  named: Pick<Rubric, 'id' | 'version'> | undefined,
  rubrics: readonly [Rubric, ...Rubric[]],
): Rubric {
  const found = rubrics.find(({ id, version }) => id === named?.id && version === named.version);
  return found ?? rubrics[0];
}

/** Brings whoever reads or listens to the top when another view comes; the first view and what passes leave them alone. */
function useStepFocus(top: RefObject<HTMLElement | null>) {
  const seen = useRef<string | null>(null);
  return useCallback(
    (step: string) => {
      if (step === 'loading' || step === 'sending') return;
      if (seen.current !== null && seen.current !== step) top.current?.focus();
      seen.current = step;
    },
    [top],
  );
}
