import { useRef } from 'react';
import type { ItemId } from '../../rubric/schema';
import { useAnswers, usePaneState, useWords } from '../pane-context';
import { useLook } from '../parts/use-look';
import { AddLink } from './add-link';
import { EvidenceList } from './evidence-list';
import { EvidenceLink } from './evidence-link';
import { PasteEvidence } from './paste-evidence';

/** What backs the answer to the item shown: the lines of the Evidence sheet, the row's own cell, and a way to paste more. */
export default function EvidenceSection() {
  const words = useWords();
  const { selected } = usePaneState();
  const { evidence, entries } = useAnswers().assessment;
  const look = useLook();
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = evidence.get(selected) ?? [];
  const cell = entries.get(selected)?.evidence ?? '';
  const title = words('pane.evidence');
  return (
    <section className={look.card} aria-labelledby="evidence-title">
      <h2 id="evidence-title" ref={heading} tabIndex={-1} className={look.heading}>
        {lines.length === 0 ? title : words('pane.titleCount', { title, n: lines.length })}
      </h2>
      {lines.length === 0 && cell === '' && <Nothing item={selected} />}
      {cell !== '' && (
        <div>
          <p className={look.quiet}>{words('pane.evidenceCell')}</p>
          <p className={look.text}>
            <EvidenceLink address={cell} text={cell} />
          </p>
        </div>
      )}
      <EvidenceList item={selected} lines={lines} onPutBack={() => heading.current?.focus()} />
      <AddLink item={selected} />
      <PasteEvidence item={selected} />
    </section>
  );
}

/** Quiet: most answers have no evidence yet. From level 2 on it says why some would be good. */
function Nothing({ item }: { readonly item: ItemId }) {
  const words = useWords();
  const look = useLook();
  const { problems } = useAnswers().assessment;
  const missed = problems.some((problem) => problem.code === 'evidence-missing' && problem.item === item);
  return (
    <p className={look.quiet}>
      {words('pane.evidenceNone')} {missed && words('pane.evidenceHint')}
    </p>
  );
}
