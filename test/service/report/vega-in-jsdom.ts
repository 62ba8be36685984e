/*
 * Imported before Vega where a test reads a page with jsdom, which lacks two things: `structuredClone`, and a canvas that
 * keeps quiet when asked for a context. Without one Vega estimates the width of a text, as it does in Node.
 */
import { deserialize, serialize } from 'node:v8';

globalThis.structuredClone = <T>(value: T): T => deserialize(serialize(value)) as T;
HTMLCanvasElement.prototype.getContext = () => null;
