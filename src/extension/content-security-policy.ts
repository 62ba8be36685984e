/** SHA-256 of the empty text: lets Fluent's engine insert its rules into an empty style element, and nothing else. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The Content-Security-Policy of every page of the extension: its own scripts, and no way out. `default-src` covers
 * neither forms nor base addresses nor framing, so each has its own line; `connect-src` repeats it for who reads this.
 */
export const EXTENSION_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${EMPTY_STYLE}`,
  "img-src 'self' data:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ');
