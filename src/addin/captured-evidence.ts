import type * as z from 'zod/mini';
import {
  acknowledgeAnswerSchema,
  listAnswerSchema,
  type AcknowledgeAnswer,
  type ListAnswer,
} from '../assessment/evidence-answers';
import type { EvidenceRequest } from '../assessment/evidence-requests';
import type { CapturedPort } from '../pane/inbox/inbox-port';
import type { Result } from '../words/result';
import { failed, success } from '../words/result';
import type { Words } from '../words/words';

const ANSWERS_WITHIN_SECONDS = 10;

/** The browser's side of a page that an extension lets connect; nothing else has it. */
export type ExtensionRuntime = Pick<typeof chrome.runtime, 'sendMessage' | 'lastError'>;

/** `chrome.runtime`, where the browser gives this page one. */
export const extensionRuntime = (): ExtensionRuntime | undefined =>
  (globalThis as { readonly chrome?: { readonly runtime?: ExtensionRuntime } }).chrome?.runtime;

export interface ExtensionParts {
  readonly runtime: ExtensionRuntime | undefined;
  /** The same extension has another id in each store. */
  readonly ids: readonly string[];
  readonly words: Words;
  readonly after: (ms: number) => Promise<void>;
}

/** What one extension said; null where there is none of that id, or it refuses to connect. */
type Answer = { readonly id: string; readonly answer: unknown } | null;

/** An answer that is no refusal. */
type Given<A> = Extract<A, { readonly ok: true }>;

/**
 * Evidence that waits in the browser extension, asked for over `externally_connectable` (Chrome and Edge, Excel on the
 * web). Null where the browser offers no extension to this page. Nothing goes out: the browser carries the messages.
 */
export function capturedEvidence({ runtime, ids, words, after }: ExtensionParts): CapturedPort | null {
  if (runtime?.sendMessage === undefined || ids.length === 0) return null;

  const ask = (id: string, request: EvidenceRequest): Promise<Answer> =>
    new Promise((resolve) => {
      runtime.sendMessage(id, request, (answer: unknown) => {
        // Reading it says that nobody being there is expected.
        resolve(runtime.lastError === undefined ? { id, answer } : null);
      });
    });

  /** Asks each extension, and gives what those said that are there. */
  async function askAll<T extends { readonly ok: true }>(
    request: EvidenceRequest,
    schema: z.ZodMiniType<T | { readonly ok: false; readonly reason: string }>,
  ): Promise<Result<readonly T[]>> {
    const silence = after(ANSWERS_WITHIN_SECONDS * 1000);
    const asked = await Promise.race([Promise.all(ids.map((id) => ask(id, request))), silence]);
    if (!asked)
      return failed('extension-silent', words('extension.silent', { seconds: ANSWERS_WITHIN_SECONDS }));
    const answers: T[] = [];
    for (const one of asked) {
      if (one === null) continue;
      const parsed = schema.safeParse(one.answer);
      if (!parsed.success) return failed('extension-version', words('extension.otherVersion'));
      if (!parsed.data.ok) return failed('extension-refused', parsed.data.reason);
      answers.push(parsed.data);
    }
    return success(answers);
  }

  return {
    async list() {
      const answers = await askAll<Given<ListAnswer>>({ type: 'jsp-evidence/list' }, listAnswerSchema);
      // Where there is no extension, nothing waits.
      return answers.ok ? success(answers.value.flatMap(({ evidence }) => evidence)) : answers;
    },
    async acknowledge(evidence) {
      // Each inbox drops what is its own.
      const taken = evidence.map(({ id, revision }) => ({ id, revision }));
      const answers = await askAll<Given<AcknowledgeAnswer>>(
        { type: 'jsp-evidence/acknowledge', evidence: taken },
        acknowledgeAnswerSchema,
      );
      if (!answers.ok) return answers;
      return answers.value.length > 0
        ? success(undefined)
        : failed('no-extension', words('extension.notInstalled'));
    },
  };
}
