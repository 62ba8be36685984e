import { ApiError, invalidArgument, notImplemented } from './api-error';
import { resolveArguments } from './arguments';
import { project } from './projection';
import type { ObjectPath, RequestBody, ResponseBody, ResponseError, WireAction } from './protocol';
import { ActionType, PathType } from './protocol';
import type { NullObject } from './wire-object';
import { callMember, nullObject, readMember, WireCollection, WireObject, writeMember } from './wire-object';

export interface ExecutorHost {
  readonly root: WireObject;
  /** An object the client kept, by its id; nothing once it was released. */
  kept(id: string): WireObject | undefined;
  keep(target: WireObject): void;
  /** An object the client makes by its type's full name. */
  service(name: string): WireObject;
  /** Runs writes as one change of the workbook; calculation follows. */
  together(work: () => void): void;
}

type Target = WireObject | NullObject;

/**
 * Answers one batch: actions run in order and stop at the first that fails; what was done before stays done.
 * Runs of actions without a `load` between them are one change of the workbook, calculated once.
 */
export function execute(host: ExecutorHost, request: RequestBody): ResponseBody {
  const actions = request.Actions ?? [];
  const batch = new Batch(host, request.ObjectPaths ?? {});
  for (let next = 0; next < actions.length && batch.error === undefined;) {
    const first = actions[next];
    if (first?.ActionType === ActionType.query) {
      batch.run(first, next++);
      continue;
    }
    host.together(() => {
      for (; next < actions.length && batch.error === undefined; next++) {
        const action = actions[next];
        if (action === undefined || action.ActionType === ActionType.query) return;
        batch.run(action, next);
      }
    });
  }
  return batch.response();
}

class Batch {
  error: ResponseError | undefined;
  readonly #results: { ActionId: number; Value: unknown }[] = [];
  readonly #traces: number[] = [];
  readonly #objects = new Map<number, Target>();

  constructor(
    private readonly host: ExecutorHost,
    private readonly paths: Readonly<Record<string, ObjectPath>>,
  ) {}

  run(action: WireAction, index: number): void {
    try {
      const value = this.#answer(action);
      if (action.ActionType === ActionType.trace) this.#traces.push(action.Id);
      this.#results.push({
        ActionId: action.Id,
        Value: value === undefined || value === nullObject ? null : value,
      });
    } catch (thrown) {
      this.error = responseError(thrown, index);
    }
  }

  response(): ResponseBody {
    return {
      Results: this.#results,
      ...(this.#traces.length > 0 && { TraceIds: this.#traces }),
      ...(this.error && { Error: this.error }),
    };
  }

  #answer(action: WireAction): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const target = this.#resolve(action.ObjectPathId ?? 0);
    const name = action.Name ?? '';
    if (target === nullObject) {
      if (action.ActionType === ActionType.setProperty) throw invalidArgument();
      return null;
    }
    switch (action.ActionType) {
      case ActionType.instantiate:
        return target.identity();
      case ActionType.query:
        return project(target, action.QueryInfo ?? {});
      case ActionType.method:
        if (name === '_KeepReference') return this.#keep(target);
        return callMember(target, name, this.#arguments(action));
      case ActionType.setProperty:
        writeMember(target, name, this.#arguments(action)[0]);
        return null;
      default:
        throw notImplemented(`action type ${action.ActionType}`);
    }
  }

  #keep(target: WireObject): null {
    this.host.keep(target);
    return null;
  }

  #arguments(holder: WireAction | ObjectPath): readonly unknown[] {
    return resolveArguments(holder.ArgumentInfo, (id) => this.#resolve(id));
  }

  #resolve(id: number): Target {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    const path = this.paths[id];
    if (path === undefined) throw new ApiError('InvalidRequest', 'Cannot process the request.');
    const target = this.#follow(path);
    this.#objects.set(id, target);
    return target;
  }

  #follow(path: ObjectPath): Target {
    const name = path.Name ?? '';
    switch (path.ObjectPathType) {
      case PathType.global:
        return this.host.root;
      case PathType.reference:
        return this.host.kept(name) ?? nullObject;
      case PathType.nullObject:
        return nullObject;
      case PathType.newObject:
        return this.host.service(name);
    }
    const parent = this.#resolve(path.ParentObjectPathId ?? 0);
    if (parent === nullObject) return nullObject;
    switch (path.ObjectPathType) {
      case PathType.property:
        return asTarget(readMember(parent, name), parent, name);
      case PathType.method:
        return asTarget(callMember(parent, name, this.#arguments(path)), parent, name);
      case PathType.indexer:
        if (!(parent instanceof WireCollection)) throw notImplemented(`${parent.wireType}.getItem`);
        return (parent as WireCollection).at(this.#arguments(path)[0]);
      default:
        throw notImplemented(`object path type ${path.ObjectPathType}`);
    }
  }
}

function asTarget(value: unknown, parent: WireObject, name: string): Target {
  if (value instanceof WireObject || value === nullObject) return value;
  throw notImplemented(`${parent.wireType}.${name} as an object`);
}

/** What a batch gets that could not be answered at all. */
export const failedResponse = (thrown: unknown): ResponseBody => ({
  Results: [],
  Error: responseError(thrown, 0),
});

/** A bug of the host must settle the client's promise too: it becomes a GeneralException that names it. */
function responseError(thrown: unknown, index: number): ResponseError {
  const error =
    thrown instanceof ApiError
      ? thrown
      : new ApiError(
          'GeneralException',
          `Sandbox: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
          500,
        );
  return {
    Code: error.code,
    Message: error.message,
    Location: '',
    HttpStatusCode: error.httpStatus,
    ActionIndex: index,
  };
}
