import type { QueryInfo } from './protocol';
import { nullObject, propertyNames, readMember, WireCollection, WireObject } from './wire-object';

/** The members asked for, nested: `format/fill/color` is `{format: {fill: {color: {}}}}`. */
interface Selection {
  [member: string]: Selection;
}

/** Answers a `load`: the selected members of an object, or of every item of a collection. */
export function project(target: WireObject, query: QueryInfo): unknown {
  const selection: Selection = {};
  for (const path of query.Select ?? []) select(selection, path);
  for (const path of query.Expand ?? []) select(selection, `${path}/*`);
  return members(target, selection, query);
}

function select(selection: Selection, path: string): void {
  let level = selection;
  for (const part of path.split(/[/.]/)) level = level[part] ??= {};
}

function members(target: unknown, selection: Selection, query: QueryInfo = {}): unknown {
  if (target === nullObject || target === null) return null;
  if (!(target instanceof WireObject)) return target;
  if (target instanceof WireCollection) return items(target as WireCollection, selection, query);
  const answer: Record<string, unknown> = { ...target.identity() };
  const wanted = Object.keys(selection);
  if (wanted.length === 0 || wanted.includes('*') || wanted.includes('$all'))
    Object.assign(answer, scalars(target));
  for (const [name, inner] of Object.entries(selection)) {
    if (name === '*' || name === '$all') continue;
    const wire = wireName(name);
    answer[wire] = members(readMember(target, wire), inner);
  }
  return answer;
}

function items(target: WireCollection, selection: Selection, query: QueryInfo): unknown {
  const { items: ofItems, count, ...rest } = selection;
  const inner: Selection = { ...rest, ...ofItems };
  const all = target.items();
  const first = query.Skip ?? 0;
  const page = all.slice(first, query.Top == null ? undefined : first + query.Top);
  const counted = count === undefined && !('*' in selection) ? {} : { Count: all.length };
  if (count !== undefined && Object.keys(inner).length === 0) return counted;
  return { ...counted, _Items: page.map((item) => members(item, inner)) };
}

function scalars(target: WireObject): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const name of propertyNames(target)) {
    const value = readMember(target, name);
    if (!(value instanceof WireObject) && value !== nullObject) answer[name] = value;
  }
  return answer;
}

const wireName = (name: string): string => name.replace(/^[a-z]/, (letter) => letter.toUpperCase());
