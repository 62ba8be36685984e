import { OFFICE_JS } from './office-js';

/** SHA-256 of the empty text: lets Fluent's engine insert its rules into an empty style element, and nothing else. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Where Excel on the web frames a pane (OfficeDev/office-js#3342). */
const EXCEL_ON_THE_WEB = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://onedrive.live.com',
];

export interface PanePolicy {
  /** Other origins the pane sends to: the benchmark service, or none where it answers on the pane's own. */
  readonly benchmark: readonly string[];
  /** `excel`: Microsoft's script, framed by Excel on the web. `sandbox`: all from this origin, framed by it. */
  readonly host: 'excel' | 'sandbox';
  /** The address of Office.js that the pane was built with; Microsoft's worldwide one by default. */
  readonly officeJs?: string;
}

/** The value of the Content-Security-Policy header for the pane's pages, in production as on this computer. */
export function panePolicy({ benchmark, host, officeJs = OFFICE_JS }: PanePolicy): string {
  const excel = host === 'excel';
  return policy({
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(excel ? [new URL(officeJs).origin] : [])],
    'style-src': ["'self'", EMPTY_STYLE],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...benchmark],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'self'", ...(excel ? EXCEL_ON_THE_WEB : [])],
  });
}

/** For the sandbox's own page: the grid compiles its templates (eval) and styles its cells inline. Nothing leaves. */
export const SANDBOX_POLICY = policy({
  'default-src': ["'none'"],
  'script-src': ["'self'", "'unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
  'frame-ancestors': ["'none'"],
});

function policy(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
