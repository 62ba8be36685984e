import type { Words } from '../../words/words';
import { element, finished, type Child } from './html';
import { STYLE } from './style';

export interface Page {
  readonly title: string;
  readonly words: Words;
  readonly main: readonly Child[];
  readonly foot: readonly Child[];
}

/** A whole document: no script, nothing loaded, one style element. */
export function page({ title, words, main, foot }: Page): string {
  const document = element(
    'html',
    { lang: words.language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('title', {}, title),
      element('style', {}, finished(STYLE)),
    ),
    element('body', {}, element('main', {}, ...main), element('footer', { class: 'foot' }, ...foot)),
  );
  return `<!doctype html>\n${document.text}\n`;
}
