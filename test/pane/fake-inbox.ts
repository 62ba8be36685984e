import type { CapturedEvidence } from '../../src/assessment/evidence';
import type { CaptureNotice, EvidenceEdit, InboxPort } from '../../src/pane/inbox/inbox-port';
import type { ItemId } from '../../src/rubric/schema';
import { failed, type Result, success } from '../../src/words/result';

type Member = Exclude<keyof InboxPort, 'watch'>;

/** The extension's inbox in memory. It tells who watches, counts its calls, and refuses what it is told to refuse. */
export class FakeInbox implements InboxPort {
  readonly calls: string[] = [];
  readonly refusal: Partial<Record<Member, string | undefined>> = {};
  waiting: readonly CapturedEvidence[];
  item: ItemId | null = null;
  said: CaptureNotice | null = null;
  /** Entries that it cannot read. */
  hidden: readonly string[] = [];
  full = 0;
  private readonly watchers = new Set<() => void>();

  constructor(...waiting: readonly CapturedEvidence[]) {
    this.waiting = waiting;
  }

  /** What the worker does while the panel is open. */
  capture(page: CapturedEvidence, notice: CaptureNotice | null = null): void {
    this.said = notice ?? { kind: 'captured', id: page.id, again: false };
    this.waiting = [page, ...this.waiting.filter(({ id }) => id !== page.id)];
    this.tell();
  }

  /** What a workbook or another window does while the panel is open. */
  take(id: string): void {
    this.waiting = this.waiting.filter((page) => page.id !== id);
    this.tell();
  }

  page(id: string): CapturedEvidence | undefined {
    return this.waiting.find((page) => page.id === id);
  }

  get watched(): number {
    return this.watchers.size;
  }

  list = () => this.call('list', () => success(this.waiting));
  lastItem = () => this.call('lastItem', () => success(this.item));
  notice = () => this.call('notice', () => success(this.said));
  fullness = () => this.call('fullness', () => success(this.full));
  unreadable = () => this.call('unreadable', () => success(this.hidden));

  acknowledge = (evidence: readonly Pick<CapturedEvidence, 'id' | 'revision'>[]) =>
    this.call('acknowledge', () => {
      const has = (page: CapturedEvidence) =>
        evidence.some(({ id, revision }) => id === page.id && revision === page.revision);
      this.waiting = this.waiting.filter((page) => !has(page));
      return success(undefined);
    });

  change = (id: string, edit: EvidenceEdit) =>
    this.call('change', (): Result<void> => {
      const page = this.page(id);
      if (!page) return failed('gone', 'This evidence is not in the inbox any more.');
      const edited = { ...page, ...edit, revision: page.revision + 1 };
      this.waiting = this.waiting.map((one) => (one === page ? edited : one));
      this.item = edit.item ?? this.item;
      return success(undefined);
    });

  restore = (evidence: readonly CapturedEvidence[]) =>
    this.call('restore', () => {
      this.waiting = [...evidence, ...this.waiting];
      return success(undefined);
    });

  remove = (ids: readonly string[]) =>
    this.call('remove', () => {
      this.waiting = this.waiting.filter(({ id }) => !ids.includes(id));
      return success(undefined);
    });

  watch = (onChange: () => void) => {
    this.watchers.add(onChange);
    return () => this.watchers.delete(onChange);
  };

  private call<T>(member: Member, act: () => Result<T>): Promise<Result<T>> {
    this.calls.push(member);
    const message = this.refusal[member];
    const result = message === undefined ? act() : failed('refused', message);
    if (!['list', 'lastItem', 'notice', 'unreadable', 'fullness'].includes(member)) this.tell();
    return Promise.resolve(result);
  }

  private tell(): void {
    this.watchers.forEach((watcher) => watcher());
  }
}
