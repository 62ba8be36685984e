/** Origin of the benchmark service, put in by the build; empty where the service answers on the pane's own origin. */
declare const BENCHMARK_ORIGIN: string;
/** The rubric a new workbook is made from: a file name in rubric/ without `.json`. */
declare const DEFAULT_RUBRIC: string;

interface ImportMeta {
  /** webpack's way to find the files of a folder at build time; its arguments must be literals. A JSON file is its value. */
  webpackContext(
    folder: string,
    options: { readonly recursive: false; readonly regExp: RegExp; readonly mode: 'lazy' },
  ): { (file: string): Promise<unknown>; keys(): string[] };
}
