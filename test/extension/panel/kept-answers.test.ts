import { keptAnswers } from '../../../src/extension/panel/kept-answers';
import type { RefusedOwner } from '../../../src/pane/side-panel/side-panel-props';
import type { OpenFile } from '../../../src/workbook/file-port';
import type { Change } from '../../../src/workbook/port';
import { english as words } from '../../load-words';
import { MemoryFile } from '../../xlsx/memory-file';
import { valueOf } from '../../xlsx/open-file';
import { refusal } from './fake-handle';
import { FakeKept } from './fake-kept';

const level: Change = { item: 'ORG-01', field: 'level', value: 3 };
const emptied: Change = { item: 'ORG-02', field: 'notes', value: null, was: 'before' };
const size: Change = { profile: 'size', value: 'Under 250 employees' };

let ids = 0;
/** A panel of a browser; every file in it stands at the place that is said. */
function panel(kept = new FakeKept()) {
  const places = new WeakMap<OpenFile, string>();
  const answers = keptAnswers({
    ...{ kept, words },
    newId: () => String((ids += 1)),
    files: {
      mark: (file) => places.get(file),
      isMarked: (file, mark) => Promise.resolve(places.get(file) === mark),
    },
  });
  /** Opens the file at a place, whose workbook has this id; every file here has the same name. */
  const open = (place: string, id: string | null): RefusedOwner => {
    const source = new MemoryFile(new Uint8Array());
    places.set(source, place);
    return { source, id };
  };
  const found = async (owner: RefusedOwner) => valueOf(await answers.get(owner));
  return { answers, open, found, kept };
}

const NAME = new MemoryFile(new Uint8Array()).name;
const NONE = { own: [], doubtful: null };
const ASKED = { own: [], doubtful: { file: NAME, changes: [level] } };
const OWN = { own: [level], doubtful: null };

type Opening = readonly [place: string, id: string | null];
type Case = readonly [what: string, refusing: Opening, opened: Opening, found: object];
it.each<Case>([
  ['the same file with the same workbook', ['A', 'x'], ['A', 'x'], OWN],
  ['another file of the same name', ['A', 'x'], ['B', 'y'], NONE],
  ['another file of the same name, both without an id', ['A', null], ['B', null], NONE],
  ['another workbook that was put in its place', ['A', 'x'], ['A', 'y'], NONE],
  ['its workbook in another file: renamed, moved or copied', ['A', 'x'], ['B', 'x'], ASKED],
  ['the same file as long as no id says that it is the same workbook', ['A', null], ['A', null], ASKED],
  ['the same file, which has an id by now', ['A', null], ['A', 'x'], ASKED],
  ['the same file, which has lost its id', ['A', 'x'], ['A', null], ASKED],
])('answers go back to no workbook but their own: %s', async (_, refusing, opened, expected) => {
  const before = panel();
  valueOf(await before.answers.keep(before.open(...refusing), [level]));
  const now = panel(before.kept);
  expect(await now.found(now.open(...opened))).toEqual(expected);
});

it('one answer a cell is kept, the last, also over those of an earlier session, until the file takes it', async () => {
  const before = panel();
  valueOf(await before.answers.keep(before.open('A', 'x'), [level, emptied, size]));
  const { answers, open, found, kept } = panel(before.kept);
  const [file, other] = [open('A', 'x'), open('B', 'y')];
  valueOf(await answers.keep(other, [size]));
  const later: Change = { ...level, value: 4 };
  valueOf(await answers.keep(file, [later]));
  expect((await found(file)).own).toEqual([emptied, size, later]);
  valueOf(await answers.letGo(file, [later, emptied]));
  expect((await found(file)).own).toEqual([size]);
  valueOf(await answers.letGo(file, [size]));
  valueOf(await answers.letGo(other, [size, level]));
  expect([...kept.values]).toEqual([]);
});

it('those in doubt become the file’s own where its user says so, are let go of, or stay for the other file', async () => {
  const before = panel();
  const theirs = before.open('A', 'x');
  valueOf(await before.answers.keep(theirs, [level]));
  const { answers, open, found } = panel(before.kept);
  // What the copy is given itself is not what the other file refused.
  const copy = open('B', 'x');
  valueOf(await answers.keep(copy, [size]));
  valueOf(await answers.letGo(copy, [level, size]));
  expect(await found(open('A', 'x'))).toEqual(OWN);
  valueOf(await answers.settle(copy, true));
  expect(await found(copy)).toEqual(OWN);
  expect(await found(open('A', 'x'))).toEqual(ASKED);
  const again = open('A', 'x');
  valueOf(await answers.settle(again, false));
  expect(await found(again)).toEqual(NONE);
});

it('what it cannot read counts as none, and stays as it is', async () => {
  const kept = new FakeKept();
  const unread = { key: '0', workbook: 'x', mark: 'A', file: NAME, changes: [{ ...level, field: 'mood' }] };
  kept.values.set('refused-answers', [unread, 'rubbish']);
  const { answers, open, found } = panel(kept);
  const file = open('A', 'x');
  expect(await found(file)).toEqual(NONE);
  valueOf(await answers.keep(file, [level]));
  valueOf(await answers.letGo(file, [level]));
  expect(kept.values.get('refused-answers')).toEqual([unread, 'rubbish']);
});

it('says in words what the browser refuses, and throws what is a bug', async () => {
  const { answers, open, kept } = panel();
  kept.fails = refusal('QuotaExceededError');
  expect(await answers.keep(open('A', 'x'), [level])).toMatchObject({
    ok: false,
    failure: { code: 'no-room', message: words('panel.noRoom', { file: NAME }) },
  });
  kept.fails = new TypeError('a bug');
  await expect(answers.get(open('A', 'x'))).rejects.toThrow('a bug');
});
