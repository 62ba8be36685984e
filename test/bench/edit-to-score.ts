import { readAssessment } from '../../src/assessment/read-assessment';
import { score } from '../../src/scoring/score';
import { designFor, openInserting, valueOf } from '../excel/open-excel';
import { jsp } from '../load-rubric';
import { english } from '../load-words';
import { vocabulary } from '../oracles/design';
import { figure, median, timed, type Bench } from './measure';

const EDITS = 21;
const FIRST_ROW = 7;

/** A person types a level in the grid; the pane hears of it, reads the answers once and scores them. */
export const editToScore: Bench = {
  title: 'From an edit to the new score',
  needs: [],
  async run() {
    const { excel, book, clock, port } = await openInserting({ design: designFor });
    let heard = 0;
    const stop = valueOf(await port.watchAnswers(() => (heard += 1)));
    const scoreNow = async (): Promise<void> => {
      const raw = valueOf(await port.read());
      score(jsp, readAssessment(raw, { rubric: jsp, words: english, vocabulary }).entries);
    };
    await scoreNow();
    excel.counters.requests = 0;
    const engine: number[] = [];
    const pane: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const typed = await timed(() => book.userEdit('Assessment', `E${FIRST_ROW + edit}`, edit % 6));
      if (!typed.outcome.ok) throw new Error(typed.outcome.failure);
      engine.push(typed.ms);
      await excel.eventsHandled();
      clock.pass();
      pane.push((await timed(scoreNow)).ms);
    }
    await stop();
    if (heard !== EDITS) throw new Error(`The pane heard of ${heard} of ${EDITS} edits`);
    const toEngine = (ms: number, edit: number) => ms / (engine[edit] ?? NaN);
    return [
      {
        columns: [`an edit, median of ${EDITS}, without the debounce`, 'figure'],
        rows: [
          ['the engine recalculates', figure(median(engine), 'ms')],
          ['the pane reads and scores', figure(median(pane), 'ms')],
          ['the pane to the engine, median of the edits', figure(median(pane.map(toEngine)), 'x')],
          ['reads of the pane', figure((excel.counters.requests - 1) / EDITS, 'count')],
        ],
      },
    ];
  },
};
