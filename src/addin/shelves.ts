import type { FileShelf, Shelves } from './shipped-content';

/** The folders as webpack finds them at build time: a chunk a file, loaded when asked for. Its arguments must be literals. */
export const shelves: Shelves = {
  locales: shelfOf(
    import.meta.webpackContext('../../assets/locales', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
      mode: 'lazy',
    }),
  ),
  rubrics: shelfOf(
    import.meta.webpackContext('../../rubric', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
      mode: 'lazy',
    }),
  ),
  published: shelfOf(
    import.meta.webpackContext('../../rubric/published', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
      mode: 'lazy',
    }),
  ),
  samples: shelfOf(
    import.meta.webpackContext('../../rubric/samples', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
      mode: 'lazy',
    }),
  ),
};

function shelfOf(folder: ReturnType<ImportMeta['webpackContext']>): FileShelf {
  const fileOf = (name: string): string => `./${name}.json`;
  return {
    names: folder.keys().map((file) => file.slice('./'.length, -'.json'.length)),
    load: (name) => folder(fileOf(name)),
  };
}
