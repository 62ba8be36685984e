import type { TopLevelSpec } from 'vega-lite';
import { FONT } from './layout';

/** One layer: numbers or words at places. Inline data only. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];
type Values = readonly Readonly<Record<string, string | number>>[];

/** The scale along which a layer's `x` runs: its domain in units of the data, and both ends in pixels. */
export interface Along {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** A drawing of layers, each with its own horizontal scale; vertically all count pixels from the top. */
export function drawing(width: number, height: number, layers: readonly Layer[]): TopLevelSpec {
  return {
    width,
    height,
    autosize: { type: 'none' },
    padding: 0,
    background: 'transparent',
    config: { font: FONT, view: { stroke: null } },
    data: { values: [] },
    resolve: { scale: { x: 'independent' } },
    layer: [...layers],
  };
}

interface Text {
  readonly color: string;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
}

/** Texts by their `x`, `y` and `text`. */
export function texts(height: number, values: Values, along: Along, look: Text): Layer {
  const { color, size = 11, align = 'left', bold = false } = look;
  return {
    data: { values: [...values] },
    mark: {
      type: 'text',
      align,
      baseline: 'middle',
      fontSize: size,
      fontWeight: bold ? 600 : 400,
      color,
      aria: false,
    },
    encoding: { x: across('x', along), y: down('y', height), text: { field: 'text', type: 'nominal' } },
  };
}

interface Line {
  readonly color: string;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** Lines from `x`, `y` to `x2`, `y2`. */
export function lines(height: number, values: Values, along: Along, look: Line): Layer {
  const { color, width = 1, dash } = look;
  return {
    data: { values: [...values] },
    mark: {
      type: 'rule',
      color,
      strokeWidth: width,
      ...(dash ? { strokeDash: [...dash] } : {}),
      aria: false,
    },
    encoding: {
      x: across('x', along),
      x2: { field: 'x2' },
      y: down('y', height),
      y2: { field: 'y2' },
    },
  };
}

interface Box {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}

/** Boxes from `x`, `y` to `x2`, `y2`; without `fill` each has its own `fill`. */
export function boxes(height: number, values: Values, along: Along, look: Box): Layer {
  const { fill, stroke, width = 1 } = look;
  return {
    data: { values: [...values] },
    mark: {
      type: 'rect',
      ...(fill === undefined ? {} : { fill }),
      ...(stroke === undefined ? {} : { stroke, strokeWidth: width }),
      aria: false,
    },
    encoding: {
      x: across('x', along),
      x2: { field: 'x2' },
      y: down('y', height),
      y2: { field: 'y2' },
      ...(fill === undefined ? { fill: { field: 'fill', type: 'nominal', scale: null } } : {}),
    },
  };
}

/** Dots at `x`, `y`. */
export function dots(height: number, values: Values, along: Along, color: string): Layer {
  return {
    data: { values: [...values] },
    mark: {
      type: 'point',
      filled: true,
      size: 52,
      color,
      stroke: '#ffffff',
      strokeWidth: 1,
      opacity: 1,
      aria: false,
    },
    encoding: { x: across('x', along), y: down('y', height) },
  };
}

/** A horizontal scale that counts pixels. */
export const pixels = (width: number): Along => ({ domain: [0, width], range: [0, width] });

const across = (field: string, { domain, range }: Along) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [...domain], range: [...range], nice: false, zero: false },
});

const down = (field: string, height: number) => ({
  field,
  type: 'quantitative' as const,
  axis: null,
  scale: { domain: [0, height], range: [0, height], nice: false, zero: false },
});
