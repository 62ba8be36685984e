import type { FileShelf } from '../../pane/shipped-content';
import { scriptShelf } from './script-shelf';

/**
 * What the panel opens with, in its script: of each catalogue and rubric the part that the inbox needs (`?first`, see
 * webpack.config.js). The arguments must be literals.
 */
export const firstShelves: Readonly<Record<'locales' | 'rubrics', FileShelf>> = {
  locales: scriptShelf(
    import.meta.webpackContext('../../../assets/locales?first', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json(\?first)?$/,
    }),
  ),
  rubrics: scriptShelf(
    import.meta.webpackContext('../../../rubric?first', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json(\?first)?$/,
    }),
  ),
};
