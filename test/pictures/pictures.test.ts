import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../repo/source-files';
import { picturePage } from './picture-page';
import { PICTURES, STORE_SCENES, storePicture } from './picture-names';

const FOLDER = join(ROOT, 'docs/pictures');
/** Everybody who clones the project loads them. */
const MOST_BYTES = 11_500_000;

test('every sheet and every state of the pane has its picture, and nothing else lies there', () => {
  const found = readdirSync(FOLDER).filter((name) => name !== 'README.md');
  expect(found.sort()).toEqual([...PICTURES].sort());
});

test('the page of pictures shows them all', () => {
  expect(readFileSync(join(FOLDER, 'README.md'), 'utf8')).toBe(picturePage());
});

test('every picture that a document shows is there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'docs/pictures/README.md', 'docs/store/listing.md'];
  const missing = documents.flatMap((document) =>
    [...readFileSync(join(ROOT, document), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !existsSync(join(ROOT, dirname(document), path))),
  );
  expect(missing).toEqual([]);
});

test.each(STORE_SCENES)('the store picture %s has the size that the stores ask for', (scene) => {
  const png = readFileSync(join(FOLDER, storePicture(scene)));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
});

test('all pictures together stay small', () => {
  const bytes = PICTURES.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});
