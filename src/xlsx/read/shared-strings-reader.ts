import { fromXString, scanXml } from './xml-scanner';

/** The texts of sharedStrings.xml in their order: rich text as its plain text, without reading aids (`rPh`). */
export function readSharedStrings(xml: string, part: string): readonly string[] {
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
