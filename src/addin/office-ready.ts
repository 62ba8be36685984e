/** Excel is there. `language` is a BCP 47 tag. */
export interface OfficeReady {
  readonly kind: 'excel';
  readonly language: string;
  readonly theme: 'light' | 'dark';
  /** Whether this Excel has a version of the ExcelApi set. A string: 1.10 is not 1.1. */
  readonly supports: (version: string) => boolean;
}

/** How Office.js came up, or why the pane cannot work here. */
export type OfficeStart = OfficeReady | { readonly kind: 'silent' | 'outside' | 'too-old' };

/** The lowest API set the code needs, as manifest.xml declares it (Excel 2021, Mac 16.52, web). */
const LEAST_VERSION = '1.9';

/**
 * Waits for Office.js, at most until `timeout` resolves: `Office.onReady` never answers where Microsoft's script could
 * not load all its parts. `office` is the global of the hosted script, or undefined where that did not load at all.
 */
export async function officeReady(
  office: typeof Office | undefined,
  timeout: Promise<void>,
): Promise<OfficeStart> {
  if (office === undefined) return { kind: 'silent' };
  const info = await Promise.race([office.onReady(), timeout.then(() => null)]);
  if (info === null) return { kind: 'silent' };
  if (info.host !== office.HostType.Excel) return { kind: 'outside' };
  const { context } = office;
  const supports = (version: string): boolean => context.requirements.isSetSupported('ExcelApi', version);
  if (!supports(LEAST_VERSION)) return { kind: 'too-old' };
  return { kind: 'excel', language: context.displayLanguage, theme: themeOf(context), supports };
}

/** Excel on the web has no `officeTheme` (OfficeDev/office-js#6134), whatever its types say. */
function themeOf(context: {
  readonly officeTheme?: Partial<Office.OfficeTheme> | undefined;
}): 'light' | 'dark' {
  return context.officeTheme?.isDarkTheme === true ? 'dark' : 'light';
}
