import { createHash } from 'node:crypto';

/**
 * What `style-src` of a page's Content-Security-Policy allows: `'sha256-…'` of its one style element (CSP Level 3,
 * section 2.3.1). Takes the page as it is stored: a report of an older version keeps that version's style sheet. Throws
 * for a page with none or several, which no version makes.
 */
export function styleHash(page: string): string {
  const [style, ...others] = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text ?? '');
  if (style === undefined || others.length > 0) throw new Error('A report has exactly one style element');
  return `'sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}'`;
}
