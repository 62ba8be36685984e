import { invalidArgument, notImplemented } from './api-error';

/**
 * An object of Excel's object model as the wire sees it. Only members whose names start with a capital (or `_` and a
 * capital) can be reached by a batch: getters are properties, setters make them writable, functions are methods.
 */
export abstract class WireObject {
  /** Excel's class name, for messages. */
  abstract readonly wireType: string;

  /** What tells a later request which object this was: `Id`, `_ReferenceId`, or nothing. */
  identity(): Readonly<Record<string, unknown>> {
    return {};
  }
}

/** A collection: loading it gives its items. */
export abstract class WireCollection<Item extends WireObject = WireObject> extends WireObject {
  abstract items(): readonly Item[];

  /** `collection.getItem(key)`, where the client sends it as an indexer. */
  at(_key: unknown): Item {
    throw notImplemented(`${this.wireType}.getItem`);
  }
}

/** Stands for Excel's null object: everything asked of it is null. */
export const nullObject: unique symbol = Symbol('null object');
export type NullObject = typeof nullObject;

const wireName = /^_?[A-Z]\w*$/;

function descriptorOf(target: WireObject, name: string): PropertyDescriptor | undefined {
  if (!wireName.test(name)) return undefined;
  for (
    let level: object | null = target;
    level !== null;
    level = Object.getPrototypeOf(level) as object | null
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(level, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** Reads a property; an unknown one is `SandboxNotImplemented`. */
export function readMember(target: WireObject, name: string): unknown {
  const descriptor = descriptorOf(target, name);
  if (descriptor?.get === undefined) throw notImplemented(`${target.wireType}.${clientName(name)}`);
  return descriptor.get.call(target) as unknown;
}

/** Sets a property; one that is unknown or only readable is `SandboxNotImplemented`. */
export function writeMember(target: WireObject, name: string, value: unknown): void {
  const descriptor = descriptorOf(target, name);
  if (descriptor?.set === undefined) throw notImplemented(`setting ${target.wireType}.${clientName(name)}`);
  descriptor.set.call(target, value);
}

/** Calls a method; an unknown one is `SandboxNotImplemented`. */
export function callMember(target: WireObject, name: string, args: readonly unknown[]): unknown {
  const method: unknown = descriptorOf(target, name)?.value;
  if (typeof method !== 'function') throw notImplemented(`${target.wireType}.${clientName(name)}()`);
  return (method as (...list: readonly unknown[]) => unknown).apply(target, [...args]);
}

/** Names of all readable properties, as declared by the class and its parents. */
export function propertyNames(target: WireObject): string[] {
  const names = new Set<string>();
  for (let level: object = Object.getPrototypeOf(target) as object; level !== WireObject.prototype;) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level)))
      if (descriptor.get !== undefined && /^[A-Z]/.test(name)) names.add(name);
    level = Object.getPrototypeOf(level) as object;
  }
  return [...names];
}

/** `Values` is `values` to the person who wrote the call. */
const clientName = (name: string): string => name.replace(/^[A-Z]/, (letter) => letter.toLowerCase());

/** An item by its index, as `getItemAt` does it. */
export function itemAt<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw invalidArgument();
  return item;
}
