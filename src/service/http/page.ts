import { hash } from 'node:crypto';
import type { Words } from '../../words/words';

/** `text` where HTML is expected. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
[role="note"] { border: 2px solid; padding: 0.5rem 1rem; }
li { margin-bottom: 1rem; }
`;

/** A page of the service's own: a title and, below it, HTML. */
export function page(title: string, html: string, words: Words): string {
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${html}
</main>
</body>
</html>
`;
}

/** Says on top of a page that anybody may send rows here. */
export const withOpenNotice = (html: string, words: Words): string =>
  html.replace(
    /<body[^>]*>/,
    (body) => `${body}\n<p role="note"><strong>${escapeHtml(words('service.openNotice'))}</strong></p>`,
  );

/**
 * The Content-Security-Policy under which a page may show itself and do nothing else: its own style elements apply, by
 * their SHA-256; nothing is loaded, run, sent or framed.
 */
export function pagePolicy(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, style]) => `'sha256-${hash('sha256', style ?? '', 'base64')}'`,
  );
  const styleSource = styles.length > 0 ? [...new Set(styles)].join(' ') : "'none'";
  return (
    `default-src 'none';style-src ${styleSource};img-src data:;` +
    "base-uri 'none';form-action 'none';frame-ancestors 'none'"
  );
}
