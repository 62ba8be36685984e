import type { AcknowledgeAnswer, ListAnswer } from '../../assessment/evidence-answers';
import { acknowledgeRequestSchema, listRequestSchema } from '../../assessment/evidence-requests';
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

/**
 * Answers what a page asked: with what has an item, or that what it took is gone from the inbox. `origin` is the page's
 * own as the browser tells it (`sender.origin`), whatever frames it.
 */
export async function answerPage(
  message: unknown,
  origin: string | undefined,
  { inbox, origins, words }: Answering,
): Promise<ListAnswer | AcknowledgeAnswer> {
  if (origin === undefined || !origins.includes(origin)) return refusal(words('extension.fromElsewhere'));
  if (listRequestSchema.safeParse(message).success) return listed(inbox);
  const taken = acknowledgeRequestSchema.safeParse(message);
  if (!taken.success) return refusal(words('extension.notUnderstood'));
  const done = await inbox.acknowledge(taken.data.evidence);
  return done.ok ? { ok: true } : refusal(done.failure.message);
}

async function listed(inbox: CapturedPort): Promise<ListAnswer> {
  const list = await inbox.list();
  return list.ok
    ? { ok: true, evidence: list.value.filter(({ item }) => item !== null) }
    : refusal(list.failure.message);
}

const refusal = (reason: string) => ({ ok: false as const, reason });
