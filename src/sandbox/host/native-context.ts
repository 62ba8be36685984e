/** What the add-in may ask of the Excel it runs in. */
export interface NativeOptions {
  /** Requirement sets by name, lower case, with their versions. */
  readonly requirements: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly documentUrl: string;
}

/** Excel for Windows of 2025 as far as the add-in's needs go. */
export const currentExcel: NativeOptions = {
  requirements: {
    excelapi: '1.17',
    settings: '1.1',
    documentevents: '1.1',
    dialogapi: '1.2',
    officesharedapi: '1.1',
    richapiruntime: '1.1',
    sharedruntime: '1.2',
    ribbonapi: '1.2',
  },
  locale: 'en-us',
  documentUrl: 'Book1.xlsx',
};

const excel = 1;
const readWrite = 0;
const taskPane = 2;
const opened = 2;

/**
 * The document and application behind `window.external.GetContext()`, as Excel for Windows gives them to office.js 1.1.110.
 * Document settings live as long as the object; the client keeps its own copy by instance id in session storage, so each
 * context has a new id.
 */
export function nativeContext({ requirements, locale, documentUrl }: NativeOptions): object {
  const instance = crypto.randomUUID();
  return {
    GetAppType: () => excel,
    GetSolutionRef: () => 'sandbox',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => documentUrl,
    GetAppCapabilities: () => readWrite,
    GetActivationMode: () => opened,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetCorrelationId: () => instance,
    GetInstanceId: () => instance,
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetSupportedMatrix: () => JSON.stringify(requirements),
    GetHostFullVersion: () => '16.0.18730.20122',
    GetInitialDisplayMode: () => taskPane,
    GetOfficeThemeInfo: () => JSON.stringify(lightTheme),
    GetFeaturesForSolution: () => '{}',
    GetSettings: settings,
  };
}

/** Colours as 0xRRGGBB. */
const lightTheme = {
  primaryFontColor: 0x000000,
  primaryBackgroundColor: 0xffffff,
  secondaryFontColor: 0x000000,
  secondaryBackgroundColor: 0xf3f3f3,
};

function settings(): object {
  const stored = new Map<string, string>();
  return {
    Read(keys: string[], values: string[]) {
      keys.push(...stored.keys());
      values.push(...stored.values());
    },
    WriteAsync(keys: readonly string[], values: readonly string[], done: (status: number) => void) {
      stored.clear();
      keys.forEach((key, index) => stored.set(key, values[index] ?? ''));
      done(0);
    },
    RefreshAsync(done: () => void) {
      done();
    },
  };
}
