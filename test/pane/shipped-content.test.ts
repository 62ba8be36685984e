import type { FileShelf } from '../../src/pane/shipped-content';
import { loadPublished, loadRubric, loadWords } from '../../src/pane/shipped-content';
import { folderShelf } from '../../src/addin/local/folder-shelf';
import { project } from '../../src/addin/local/project';
import english from '../../assets/locales/en.json';
import { english as words } from '../load-words';
import { pseudoCatalogue } from '../repo/pseudo-catalogue';

const shelfOf = (files: Readonly<Record<string, unknown>>): FileShelf => ({
  names: Object.keys(files),
  load: async (name) => files[name],
});
const twoLanguages = shelfOf({ en: english, 'en-XA': pseudoCatalogue(english) });

test('one more catalogue is one more language, and its words in cells are understood', async () => {
  const { words: spoken, vocabulary } = await loadWords(twoLanguages, 'en-XA');
  expect(spoken.language).toBe('en-XA');
  expect(vocabulary.unknown).toHaveLength(2);
});

test('a language without a catalogue gets English', async () => {
  expect((await loadWords(twoLanguages, 'fr-FR')).words.language).toBe('en');
});

test('a second rubric file is found by its name', async () => {
  const jsp = await folderShelf(project.path('rubric')).load('jsp');
  const shelf = shelfOf({ jsp, other: { ...(jsp as object), id: 'other' } });
  const rubric = await loadRubric(shelf, 'other', words);
  expect(rubric.ok && rubric.value.id).toBe('other');
});

test('a broken rubric or figure is refused with its file name', async () => {
  const rubric = await loadRubric(shelfOf({ broken: { schema: 'jsp-rubric/1' } }), 'broken', words);
  const published = await loadPublished(shelfOf({ odd: { schema: 'jsp-benchmark/1' } }), words);
  expect(!rubric.ok && rubric.failure.message).toContain('broken.json');
  expect(!published.ok && published.failure.message).toContain('odd.json');
});

test('the published figures come in the order of their files', async () => {
  const published = await loadPublished(folderShelf(project.path('rubric/published')), words);
  expect(published.ok && published.value.map(({ id }) => id)).toEqual(['mdic-2022', 'mdic-2023']);
});
