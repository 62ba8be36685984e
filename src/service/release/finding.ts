/**
 * Something about a release that cannot be true. `row-unreadable`: no row of its cycle and rubric; `row-doubled`: a key
 * stands twice among the rows; `row-not-counted`: the tree has no leaf of a row, so it was changed or added;
 * `leaf-doubled`: the tree counts a leaf twice; `leaf-unexplained`: a leaf of neither row nor filling, so a row is
 * missing or was changed; `pages-differ`: the pages of leaves are not the release's; `tree-differs`: the tree is not
 * made of these rows; `figure-differs`, `cell-differs`: the rows give another one; `versions-differ`;
 * `ledger-differs`: what is remembered of earlier releases does not fit.
 */
export interface Finding {
  readonly code:
    | 'row-unreadable'
    | 'row-doubled'
    | 'row-not-counted'
    | 'leaf-doubled'
    | 'leaf-unexplained'
    | 'pages-differ'
    | 'tree-differs'
    | 'figure-differs'
    | 'cell-differs'
    | 'versions-differ'
    | 'ledger-differs';
  /** A row's key, a leaf, a cell, a cell and measure. */
  readonly place: string;
  /** In words. */
  readonly message: string;
}
