import type { PaneProps } from '../../src/pane/ports';
import type { WordKey, WordValues } from '../../src/words/words';
import type { Change } from '../../src/workbook/port';
import { type FakePorts, fakePorts } from './fixtures';

/** What an adapter or service says in its own words when it refuses. */
export const REFUSAL = 'Excel is busy with a cell. Leave the cell and try again.';
/** What a user wrote. */
export const REASON = 'We sell no devices';

export type Options = Partial<Pick<PaneProps, 'words' | 'theme'>>;

/** One state of the pane: its ports, and the controls to press (by role and catalogue key) until it shows. */
export interface Exhibit {
  readonly name: string;
  readonly ports: (options: Options) => FakePorts;
  readonly press: readonly Press[];
  /** Looked at by the tests, and too like another one for a picture in the documentation. */
  readonly unpictured?: true;
}

/** An option is chosen in the dropdown that holds it; a text is put into its box; a disclosure is found by its summary. */
export interface Press {
  readonly role: 'tab' | 'button' | 'checkbox' | 'radio' | 'option' | 'disclosure' | 'textbox';
  readonly key: string;
  /** What the placeholders of the key's words stand for, beside what `nameOf` knows. */
  readonly values?: WordValues;
  /** What goes into a text box. */
  readonly text?: string;
}

/** What a control is called in these words. */
export const nameOf = ({ key, values }: Press, ports: FakePorts): string =>
  ports.words(key as WordKey, { count: 2, endpoint: ports.benchmark.endpoint, ...values });

export const tab = (id: string): Press => ({ role: 'tab', key: `pane.tab-${id}` });
export const button = (name: string): Press => ({ role: 'button', key: `pane.${name}` });

/** Ports as they are before anything was inserted. */
export const empty =
  (change: (ports: FakePorts) => void = () => undefined) =>
  (options: Options) => {
    const ports = fakePorts(options);
    change(ports);
    return ports;
  };

/** Ports over an assessment with these answers. */
export const withAnswers = (
  answers: readonly Change[],
  change: (ports: FakePorts) => void = () => undefined,
) =>
  empty((ports) => {
    ports.workbook.withAssessment().type(answers);
    change(ports);
  });
