import type { FileShelf } from '../../pane/shipped-content';

/** The folders of content as webpack finds them, inside the script: the extension may fetch nothing, not even from itself. The arguments must be literals. */
export const shelves: Readonly<Record<'locales' | 'rubrics' | 'published', FileShelf>> = {
  locales: shelfOf(
    import.meta.webpackContext('../../../assets/locales', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
  rubrics: shelfOf(
    import.meta.webpackContext('../../../rubric', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
  published: shelfOf(
    import.meta.webpackContext('../../../rubric/published', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
    }),
  ),
};

function shelfOf(folder: ReturnType<ImportMeta['webpackContext']>): FileShelf {
  return {
    names: folder.keys().map((file) => file.slice('./'.length, -'.json'.length)),
    load: (name) => Promise.resolve(folder(`./${name}.json`)),
  };
}
