/** The numbers of `Excel.EventType` on the wire, by the name in `_Register…`: the events the host raises. */
export const eventTypes = {
  DataChangedEvent: 10,
  ActivatedEvent: 11,
  DeactivatedEvent: 12,
  AddedEvent: 13,
  SelectionChangedEvent: 14,
  DeletedEvent: 15,
  CalculatedEvent: 16,
  ProtectionChangedEvent: 24,
  EventNameChanged: 25,
} as const;

export type EventName = keyof typeof eventTypes;

/** One event on its way to the client; `target` is a worksheet's id, or `Workbook` for the collection. */
export interface HostEvent {
  readonly type: number;
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
}

export const workbookTarget = 'Workbook';

/**
 * Which events the client listens to, and their delivery: after the batch that raised them was answered, in the order
 * they were raised. An event nobody listens to when it happens is not raised at all.
 */
export class Events {
  /** `context.runtime.enableEvents`. */
  enabled = true;
  readonly #registered = new Map<string, number>();
  readonly #listeners = new Set<(events: readonly HostEvent[]) => void>();
  #pending: HostEvent[] = [];
  #delivery: Promise<void> | null = null;

  register(name: EventName, target: string, change: 1 | -1): void {
    const key = `${name} ${target}`;
    this.#registered.set(key, Math.max(0, (this.#registered.get(key) ?? 0) + change));
  }

  listensTo(name: EventName, target: string): boolean {
    return (this.#registered.get(`${name} ${target}`) ?? 0) > 0;
  }

  /** Raises an event on a worksheet and on the collection of worksheets. */
  raiseOnSheet(name: EventName, sheetId: string, message: Readonly<Record<string, unknown>>): void {
    this.raise(name, sheetId, message);
    this.raise(name, workbookTarget, message);
  }

  raise(name: EventName, target: string, message: Readonly<Record<string, unknown>>): void {
    if (!this.enabled || !this.listensTo(name, target)) return;
    this.#pending.push({ type: eventTypes[name], target, message });
    this.#delivery ??= Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => this.#deliver());
  }

  onEvents(listener: (events: readonly HostEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Settles when everything raised so far was handed to the client. */
  async delivered(): Promise<void> {
    while (this.#delivery !== null) await this.#delivery;
  }

  #deliver(): void {
    const events = this.#pending;
    this.#pending = [];
    this.#delivery = null;
    for (const listener of this.#listeners) listener(events);
  }
}
