import { scriptShelf } from '../../../src/extension/panel/script-shelf';

/** A folder as webpack gives it: keys and contents, with the part that was asked for in the key. */
const folderOf = (files: Readonly<Record<string, unknown>>) =>
  Object.assign((file: string) => files[file] as string, { keys: () => Object.keys(files) });

it.each(['./en.json', './en.json?first'])('finds the file %s by its name', async (key) => {
  const content = { meta: { language: 'en' } };
  const shelf = scriptShelf(folderOf({ [key]: content }));
  expect(shelf.names).toEqual(['en']);
  expect(await shelf.load('en')).toBe(content);
});
