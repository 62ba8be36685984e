import english from '../../assets/locales/en.json';
import type { CapturedEvidence } from '../../src/assessment/evidence';
import { firstCatalogue } from '../../src/extension/build/first-content';
import type { PaneProps } from '../../src/pane/ports';
import type { Doubtful, RefusedOwner, SidePanelProps } from '../../src/pane/side-panel/side-panel-props';
import { cellOf } from '../../src/pane/store/pane-state';
import { outlineOf } from '../../src/rubric/rubric-outline';
import { failed, type Failure, type Result, success } from '../../src/words/result';
import type { Catalogue, WordKey, Words, WordValues } from '../../src/words/words';
import type { OpenFile } from '../../src/workbook/file-port';
import type { Change } from '../../src/workbook/port';
import { capturedOf } from './evidence-fixtures';
import { FakeHandOver } from './fake-hand-over';
import { FakeFiles } from './fake-files';
import { FakeInbox } from './fake-inbox';
import { type FakePorts, fakePorts, rubric } from './fixtures';

const [first, second] = [rubric.items[0]!, rubric.items[1]!];
export { first, second };

const idOf = (letter: string) => `EV-${letter}0000000-0000-4000-8000-000000000000`;

/** Three pages, newest first: one with all that a page can have, one without an item, one with a title alone. */
export const threePages: readonly CapturedEvidence[] = [
  capturedOf('policy'),
  capturedOf('minutes', { item: null }),
  capturedOf('minutes', {
    id: idOf('c'),
    item: first.id,
    title: 'PSIRT-482 Vulnerability intake',
    address: 'https://tickets.example/browse/PSIRT-482',
  }),
];

/** As many pages as asked for, with titles that count them. */
export const manyPages = (count: number): readonly CapturedEvidence[] =>
  Array.from({ length: count }, (_, at) =>
    capturedOf('minutes', {
      id: `EV-${String(at).padStart(8, '0')}-0000-4000-8000-000000000000`,
      item: at % 2 === 0 ? first.id : second.id,
      title: `Page ${at + 1}`,
      address: `https://wiki${at + 1}.example/`,
    }),
  );

export class FakeConsent {
  private readonly listeners = new Set<() => void>();
  refusal: string | null = null;
  constructor(public isGiven: boolean) {}
  given = () => this.answer(() => this.isGiven);
  give = () =>
    this.answer(() => {
      this.isGiven = true;
      this.listeners.forEach((listener) => listener());
    });
  watch = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  private answer<T>(act: () => T): Promise<Result<T>> {
    return Promise.resolve(this.refusal === null ? success(act()) : failed('refused', this.refusal));
  }
}

/** Answers that files refused, in memory. */
export class FakeRefusedAnswers {
  /** By the names of files, which are all different here. */
  readonly kept = new Map<string, readonly Change[]>();
  doubtful: Doubtful | null = null;
  refusal: string | null = null;
  get = ({ source }: RefusedOwner) =>
    this.answer(() => ({ own: this.kept.get(source.name) ?? [], doubtful: this.doubtful }));
  keep = ({ source: { name } }: RefusedOwner, changes: readonly Change[]): Promise<Result<void>> =>
    this.answer(() => this.put(name, [...this.without(name, changes), ...changes]));
  letGo = ({ source: { name } }: RefusedOwner, changes: readonly Change[]): Promise<Result<void>> =>
    this.answer(() => this.put(name, this.without(name, changes)));
  settle = (owner: RefusedOwner, taken: boolean): Promise<Result<void>> =>
    this.answer(() => {
      if (taken && this.doubtful) this.put(owner.source.name, this.doubtful.changes);
      this.doubtful = null;
    });
  private without(file: string, changes: readonly Change[]): readonly Change[] {
    const cells = new Set(changes.map(cellOf));
    return (this.kept.get(file) ?? []).filter((change) => !cells.has(cellOf(change)));
  }
  private put(file: string, changes: readonly Change[]): void {
    if (changes.length === 0) this.kept.delete(file);
    else this.kept.set(file, changes);
  }
  private answer<T>(act: () => T): Promise<Result<T>> {
    return Promise.resolve(this.refusal === null ? success(act()) : failed('refused', this.refusal));
  }
}

export interface FakePanel extends SidePanelProps {
  readonly inbox: FakeInbox;
  readonly files: FakeFiles;
  readonly consent: FakeConsent;
  readonly refusedAnswers: FakeRefusedAnswers;
  /** What the clipboard got, text and HTML. */
  readonly clipboard: (readonly [text: string, html: string])[];
  /** The pane's ports over whatever file is opened. */
  readonly pane: FakePorts;
  /** Says why the next file is none of ours. */
  refused: Failure | null;
  /** The file that the pane was given. */
  given: OpenFile | null;
  /** Said instead of copying. */
  clipboardRefusal: string | null;
}

export interface FakePanelOptions extends Partial<Pick<PaneProps, 'words' | 'theme'>> {
  readonly pages?: readonly CapturedEvidence[];
  readonly kind?: OpenFile['kind'];
  readonly agreed?: boolean;
}

/** The side panel's ports in memory. A file that is opened holds an assessment without answers. */
export function fakePanel({
  pages = [],
  kind = 'file',
  agreed = true,
  ...options
}: FakePanelOptions = {}): FakePanel {
  // As the extension's own ports: a file that no spreadsheet shows, and a row that is handed over.
  const pane: FakePorts = { ...fakePorts(options), inFile: true, handOver: new FakeHandOver() };
  pane.workbook.withAssessment();
  const panel: FakePanel = {
    words: firstWords(pane.words),
    rubric: outlineOf(rubric),
    theme: pane.theme,
    inbox: new FakeInbox(...pages),
    files: new FakeFiles(kind),
    consent: new FakeConsent(agreed),
    refusedAnswers: new FakeRefusedAnswers(),
    clipboard: [],
    pane,
    refused: null,
    given: null,
    clipboardRefusal: null,
    copy: (text, html) => {
      if (panel.clipboardRefusal !== null)
        return Promise.resolve(failed('clipboard', panel.clipboardRefusal));
      panel.clipboard.push([text, html]);
      return Promise.resolve(success(undefined));
    },
    blankWorkbook: () => Promise.resolve(new Uint8Array([80, 75])),
    paneOver: (file) => {
      panel.given = file;
      return Promise.resolve(
        panel.refused ? { ok: false, failure: panel.refused } : success({ pane, workbookId: () => null }),
      );
    },
  };
  return panel;
}

/** Words that know no more than what the panel opens with: what is not among them is a bug, and throws. */
function firstWords(words: Words): Words {
  const known = firstCatalogue(english) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const knows = (key: string) => {
    const [section, name] = key.split('.') as [keyof Catalogue, string];
    return [name, `${name}_other`].some((one) => one in (known[section] ?? {}));
  };
  const some = (key: WordKey, values?: WordValues): string => {
    if (!knows(key)) throw new Error(`The side panel does not open with "${key}"`);
    return words(key, values);
  };
  return Object.assign(some, { language: words.language });
}
