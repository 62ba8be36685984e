import {
  evidenceRequestSchema,
  type EvidenceAnswer,
  type EvidenceRequest,
} from '../../assessment/evidence-messages';
import type { CapturedPort } from '../../pane/inbox/inbox-port';
import type { ExtensionWords } from '../extension-words';

export interface Answering {
  readonly inbox: CapturedPort;
  /** The only origins that get an answer; none in Firefox. */
  readonly origins: readonly string[];
  readonly words: ExtensionWords;
}

/** The origins that a manifest lets connect: its match patterns without their paths. */
export const connectableOrigins = (manifest: chrome.runtime.Manifest): readonly string[] =>
  (manifest.externally_connectable?.matches ?? []).map((pattern) => pattern.replace(/\/\*$/, ''));

/** Answers what a page asked: the list of what has an item, or that what was taken is gone from the inbox. */
export async function answerPage(
  message: unknown,
  origin: string | undefined,
  { inbox, origins, words }: Answering,
): Promise<EvidenceAnswer> {
  if (origin === undefined || !origins.includes(origin)) return refusal(words('extension.fromElsewhere'));
  const request = evidenceRequestSchema.safeParse(message);
  return request.success ? answer(request.data, inbox) : refusal(words('extension.notUnderstood'));
}

async function answer(request: EvidenceRequest, inbox: CapturedPort): Promise<EvidenceAnswer> {
  if (request.type === 'jsp-evidence/acknowledge') {
    const done = await inbox.acknowledge(request.evidence);
    return done.ok ? { ok: true } : refusal(done.failure.message);
  }
  const list = await inbox.list();
  if (!list.ok) return refusal(list.failure.message);
  return { ok: true, evidence: list.value.filter(({ item }) => item !== null) };
}

const refusal = (reason: string): EvidenceAnswer => ({ ok: false, reason });
