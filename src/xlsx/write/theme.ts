import { part, type Part } from './part';
import { element } from './xml';

const COLORS = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '1F2937',
  lt2: 'F3F4F6',
  accent1: '1F4E79',
  accent2: 'B45309',
  accent3: '0F766E',
  accent4: '6D28D9',
  accent5: 'B91C1C',
  accent6: '4B5563',
  hlink: '1D4ED8',
  folHlink: '6D28D9',
} as const;

/** The smallest theme that readers take (ISO/IEC 29500-1 20.1.6.9): one typeface, and colours for what a person adds later. */
export function themePart(typeface: string): Part {
  const colors = Object.entries(COLORS).map(([name, val]) =>
    element(`a:${name}`, {}, element('a:srgbClr', { val })),
  );
  const font = (name: string): string =>
    element(
      `a:${name}`,
      {},
      element('a:latin', { typeface }),
      element('a:ea', { typeface: '' }),
      element('a:cs', { typeface: '' }),
    );
  const elements = element(
    'a:themeElements',
    {},
    element('a:clrScheme', { name: 'Calm' }, ...colors),
    element('a:fontScheme', { name: 'Calm' }, font('majorFont'), font('minorFont')),
    element(
      'a:fmtScheme',
      { name: 'Calm' },
      element('a:fillStyleLst', {}, ...thrice(PLACEHOLDER)),
      element('a:lnStyleLst', {}, ...[6_350, 12_700, 19_050].map((w) => element('a:ln', { w }, PLACEHOLDER))),
      element('a:effectStyleLst', {}, ...thrice(element('a:effectStyle', {}, element('a:effectLst')))),
      element('a:bgFillStyleLst', {}, ...thrice(PLACEHOLDER)),
    ),
  );
  const namespace = { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name: 'Calm' };
  return part('theme', 'xl/theme/theme1.xml', element('a:theme', namespace, elements));
}

const PLACEHOLDER = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }));
const thrice = (xml: string): string[] => [xml, xml, xml];
