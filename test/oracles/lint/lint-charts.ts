import { lintFormula } from './lint-formula';
import { elements, repeated, textOf, unescaped, type PackageText } from './package-text';

/** Charts whose axes, references or words are missing (ISO/IEC 29500-1 21.2). */
export function lintCharts(parts: PackageText, sheets: ReadonlySet<string>): string[] {
  return [...parts].flatMap(([path, xml]) => {
    if (path.startsWith('xl/charts/chart'))
      return lintChart(xml, sheets).map((finding) => `${path}: ${finding}`);
    if (path.startsWith('xl/drawings/drawing'))
      return lintDrawing(xml).map((finding) => `${path}: ${finding}`);
    return [];
  });
}

function lintChart(xml: string, sheets: ReadonlySet<string>): string[] {
  const plots = [...elements(xml, 'c:radarChart'), ...elements(xml, 'c:barChart')];
  const axes = [...elements(xml, 'c:catAx'), ...elements(xml, 'c:valAx')];
  const defined = axes.map((axis) => elements(axis.inner, 'c:axId')[0]?.attribute('val'));
  const used = plots.flatMap((plot) => elements(plot.inner, 'c:axId').map((axis) => axis.attribute('val')));
  const crossed = axes.map((axis) => elements(axis.inner, 'c:crossAx')[0]?.attribute('val'));
  return [
    ...(plots.length === 1 ? [] : ['has no plot, or more than one']),
    ...[...used, ...crossed].filter((id) => !defined.includes(id)).map((id) => `axis ${id} is not there`),
    ...(textOf(xml, 'a:t')?.trim() ? [] : ['has no title']),
    ...elements(xml, 'c:f').flatMap((reference) => lintFormula(unescaped(reference.inner), sheets)),
  ];
}

function lintDrawing(xml: string): string[] {
  const shapes = elements(xml, 'xdr:cNvPr');
  const described = shapes.filter((shape) => shape.attribute('descr')?.trim());
  const inverted = elements(xml, 'xdr:twoCellAnchor').filter(({ inner }) => {
    const corner = (name: string, axis: string) =>
      Number(textOf(elements(inner, name)[0]?.inner ?? '', axis));
    return ['xdr:col', 'xdr:row'].some((axis) => corner('xdr:from', axis) >= corner('xdr:to', axis));
  });
  return [
    ...repeated(shapes.map((shape) => shape.attribute('id') ?? '')).map(
      (id) => `shape id ${id} is there twice`,
    ),
    ...(described.length === shapes.length ? [] : ['a chart has no description']),
    ...(inverted.length > 0 ? ['a chart ends before it starts'] : []),
  ];
}
