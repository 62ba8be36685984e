import type { FileShelf } from '../pane/shipped-content';

/** The folders as webpack finds them at build time: a JSON file beside the scripts for each, fetched when asked for. The arguments must be literals. */
export const shelves: Readonly<Record<'locales' | 'rubrics', FileShelf>> = {
  locales: shelfOf(
    import.meta.webpackContext('../../assets/locales', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
  rubrics: shelfOf(
    import.meta.webpackContext('../../rubric', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
};

function shelfOf(folder: ReturnType<ImportMeta['webpackContext']>): FileShelf {
  return {
    names: folder.keys().map((file) => file.slice('./'.length, -'.json'.length)),
    load: async (name) => {
      const address = folder(`./${name}.json`);
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      return (await response.json()) as unknown;
    },
  };
}
