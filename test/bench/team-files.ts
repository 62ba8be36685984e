import { withSheets, worksheet } from '../xlsx/edited';
import { BLANK, openFile, valueOf } from '../xlsx/open-file';
import { figure, median, timed, type Bench } from './measure';

const RUNS = 3;
const COLUMNS = Array.from('ABCDEFGHIJ');

/** Reading and writing an answer in a file with a team's large sheet beside ours. */
export const teamFiles: Bench = {
  title: 'A file with a team’s own sheet in it',
  needs: [],
  async run() {
    const rows = [];
    for (const [what, count] of [
      ['ours alone', 0],
      ['30,000 rows of 10 numbers beside it', 30_000],
      ['160,000 rows of 10 numbers beside it', 160_000],
    ] as const) {
      const times = await timesOf(count === 0 ? BLANK : withSheets(BLANK, { Team: numbers(count) }));
      rows.push([what, figure(median(times.read), 'ms'), figure(median(times.write), 'ms')]);
    }
    return [{ columns: [`median of ${RUNS}`, 'first look and reading', 'writing an owner'], rows }];
  },
};

const numbers = (rows: number): string =>
  worksheet(
    Array.from({ length: rows }, (_, i) =>
      COLUMNS.map((column) => `<c r="${column}${i + 1}"><v>${i * 7.25}</v></c>`).join(''),
    ),
  );

async function timesOf(bytes: Uint8Array): Promise<{ readonly read: number[]; readonly write: number[] }> {
  const times = { read: [] as number[], write: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    const { port } = openFile(bytes);
    const read = await timed(() => port.read());
    valueOf(read.outcome);
    const write = await timed(() => port.write([{ item: 'ORG-01', field: 'owner', value: `Ann ${run}` }]));
    valueOf(write.outcome);
    times.read.push(read.ms);
    times.write.push(write.ms);
  }
  return times;
}
