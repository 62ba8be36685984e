/** Origin of the benchmark service, put in by the build; empty where the service answers on the pane's own origin. */
declare const BENCHMARK_ORIGIN: string;
/** The rubric a new workbook is made from: a file name in rubric/ without `.json`. */
declare const DEFAULT_RUBRIC: string;
/** The browser extensions that the pane may ask for captured evidence: one id a store. */
declare const EXTENSION_IDS: readonly string[];
/** The machine that serves Office.js to this build. */
declare const OFFICE_JS_HOST: string;

interface ImportMeta {
  /** webpack's way to find the files of a folder at build time; its arguments must be literals. A content file is its address. */
  webpackContext(
    folder: string,
    options: { readonly recursive: false; readonly regExp: RegExp },
  ): { (file: string): string; keys(): string[] };
}
