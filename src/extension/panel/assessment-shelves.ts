import type { FileShelf } from '../../pane/shipped-content';
import { scriptShelf } from './script-shelf';

/** All content that the pane needs, in the script that is loaded with it. The arguments must be literals. */
export const assessmentShelves: Readonly<Record<'locales' | 'rubrics' | 'published', FileShelf>> = {
  locales: scriptShelf(
    import.meta.webpackContext('../../../assets/locales', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
  rubrics: scriptShelf(
    import.meta.webpackContext('../../../rubric', { recursive: false, regExp: /^\.\/[\w-]+\.json$/ }),
  ),
  published: scriptShelf(
    import.meta.webpackContext('../../../rubric/published', {
      recursive: false,
      regExp: /^\.\/[\w-]+\.json$/,
    }),
  ),
};
