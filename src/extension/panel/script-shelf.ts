import type { FileShelf } from '../../pane/shipped-content';

/** A folder of content as webpack put it into the script: the extension may fetch nothing, not even from itself. */
export function scriptShelf(folder: ReturnType<ImportMeta['webpackContext']>): FileShelf {
  const files = new Map(folder.keys().map((file) => [file.replace(/^\.\/|\.json(\?.*)?$/g, ''), file]));
  return {
    names: [...files.keys()],
    load: (name) => Promise.resolve(folder(files.get(name) ?? name)),
  };
}
