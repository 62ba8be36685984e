import type { WordKey, Words } from '../words/words';

/** Sentences of the pane that speak of a workbook or an add-in, and what this page says in their place. */
const SAID_HERE: Readonly<Partial<Record<WordKey, WordKey>>> = {
  'pane.unexpected': 'handover.unexpected',
  'pane.accepted': 'handover.accepted',
  'pane.withdrawn': 'handover.withdrawn',
  'pane.receiptUnsavedTitle': 'handover.unsavedTitle',
  'pane.waitingUnknown': 'handover.waitingUnknown',
  'pane.waitingElsewhere': 'handover.waitingElsewhere',
  'pane.changedDuringReview': 'handover.changedPage',
  'pane.changedWhileWaiting': 'handover.changedWaiting',
  'pane.sendingSafe-row': 'handover.sendingSafe',
  'pane.sendingSafe-withdrawal': 'handover.withdrawingSafe',
  'pane.signature-unsupported': 'handover.unsupportedHere',
  'pane.signature-unknown': 'handover.keyAway',
  'pane.keyNotPinned': 'handover.keyPage',
  'pane.recoveryKeep': 'handover.recoveryKeep',
  'pane.recoveryKnown': 'handover.recoveryKnown',
  'pane.tokenHeld': 'handover.tokenHeld',
  'pane.preparedElsewhere': 'handover.preparedElsewhere',
  'pane.browserHeaders': 'handover.browserHeaders',
  'pane.earlierCounts': 'handover.earlierCounts',
  'pane.correctAfterConflict': 'handover.correctAfterConflict',
  'pane.revisionStale': 'handover.revisionStale',
  'pane.cycleOtherRubric': 'handover.ownRubric',
  'submission.alreadyAccepted': 'handover.alreadyAccepted',
  'submission.receiptMismatch': 'handover.receiptMismatch',
  'submission.signatureInvalid': 'handover.signatureInvalid',
  'submission.conflict': 'handover.conflict',
  'submission.notUnderstood': 'handover.notUnderstood',
  'submission.headerKey': 'handover.headerKey',
};

/** The catalogue as this page speaks it: there is no workbook here, and what is kept is kept in the browser. */
export const pageWords = (words: Words): Words =>
  Object.assign((...[key, values]: Parameters<Words>) => words(SAID_HERE[key] ?? key, values), {
    language: words.language,
  });
