import type { ArgumentInfo } from './protocol';

type Resolve = (objectPathId: number) => unknown;

/**
 * The arguments of a call with object paths replaced by objects. `ReferencedObjectPathIds` mirrors `Arguments`: a number
 * other than 0 is the path that stands there; plain objects name theirs as `{_ObjectPathId: n}`.
 */
export function resolveArguments(info: ArgumentInfo, resolve: Resolve): readonly unknown[] {
  const ids = info?.ReferencedObjectPathIds ?? [];
  return (info?.Arguments ?? []).map((value, index) => resolveOne(value, ids[index], resolve));
}

function resolveOne(value: unknown, id: unknown, resolve: Resolve): unknown {
  if (typeof id === 'number' && id !== 0) return resolve(id);
  if (Array.isArray(value)) {
    if (!Array.isArray(id)) return value;
    return value.map((item, index) => resolveOne(item, (id as readonly unknown[])[index], resolve));
  }
  return isPlainObject(value) ? resolveFields(value, resolve) : value;
}

function resolveFields(value: Record<string, unknown>, resolve: Resolve): unknown {
  const path = value['_ObjectPathId'];
  if (typeof path === 'number') return resolve(path);
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      isPlainObject(field) ? resolveFields(field, resolve) : field,
    ]),
  );
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
