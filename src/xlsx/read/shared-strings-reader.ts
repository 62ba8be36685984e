import { fromXString, scanXml } from './xml-scanner';

/** A shared text by its number from 0 on; undefined where there is none. */
export type SharedTexts = (index: number) => string | undefined;

/**
 * The texts of sharedStrings.xml: rich text as its plain text, without reading aids (`rPh`). A text is read when it is
 * asked for: a team's sheets may have a hundred times as many as ours. Throws `Unreadable`, as does who asks.
 */
export function readSharedStrings(xml: string, part: string): SharedTexts {
  const stretches = stretchesIn(xml);
  if (stretches === null) {
    const texts = textsIn(xml, part);
    return (index) => texts[index];
  }
  return (index) => {
    const start = stretches.starts[index];
    if (start === undefined) return undefined;
    const next = stretches.starts[index + 1] ?? stretches.end;
    return textsIn(xml.slice(start, next), part)[0];
  };
}

/** Where each text starts and the last one ends, without a walk; null where only a walk tells. */
function stretchesIn(xml: string): { readonly starts: readonly number[]; readonly end: number } | null {
  const prefix = /<((?:[^\s<>:/!?]+:)?)sst[\s>]/.exec(xml)?.[1];
  const end = prefix === undefined ? -1 : xml.lastIndexOf(`</${prefix}sst`);
  // A comment may hold what looks like a text.
  if (prefix === undefined || end < 0 || /<!(?:--|\[CDATA\[|DOCTYPE)/.test(xml)) return null;
  const tag = `<${prefix}si`;
  const starts: number[] = [];
  for (let at = xml.indexOf(tag); at >= 0; at = xml.indexOf(tag, at + tag.length)) {
    if (/[\s/>]/.test(xml.charAt(at + tag.length))) starts.push(at);
  }
  return { starts, end };
}

function textsIn(xml: string, part: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inAid = false;
  scanXml(xml, part, {
    open({ name }) {
      if (name === 'si') text = '';
      if (name === 'rPh') inAid = true;
      if (name === 't') inText = !inAid;
    },
    close(name) {
      if (name === 'si') texts.push(fromXString(text));
      if (name === 'rPh') inAid = false;
      if (name === 't') inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return texts;
}
