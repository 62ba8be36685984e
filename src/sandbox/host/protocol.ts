import * as z from 'zod/mini';

/**
 * The batches of Microsoft's client (`ProcessQuery`), as version 1.1.110 sends them: actions in order, over object
 * paths that refer to each other by number. Names are the wire's own.
 */
export const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
export const PathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

const argumentInfo = z.nullish(
  z.object({
    Arguments: z.nullish(z.array(z.unknown())),
    ReferencedObjectPathIds: z.nullish(z.array(z.unknown())),
  }),
);

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.nullish(z.string()),
  ObjectPathId: z.nullish(z.number()),
  ArgumentInfo: argumentInfo,
  QueryInfo: z.nullish(
    z.object({
      Select: z.nullish(z.array(z.string())),
      Expand: z.nullish(z.array(z.string())),
      Top: z.nullish(z.number()),
      Skip: z.nullish(z.number()),
    }),
  ),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.nullish(z.string()),
  ParentObjectPathId: z.nullish(z.number()),
  ArgumentInfo: argumentInfo,
});

const requestBody = z.object({
  Actions: z.nullish(z.array(action)),
  ObjectPaths: z.nullish(z.record(z.string(), objectPath)),
});

export type RequestBody = z.infer<typeof requestBody>;
export type WireAction = z.infer<typeof action>;
export type ObjectPath = z.infer<typeof objectPath>;
export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type QueryInfo = NonNullable<WireAction['QueryInfo']>;

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly HttpStatusCode: number;
  readonly ActionIndex: number;
}

export interface ResponseBody {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds?: readonly number[];
  readonly Error?: ResponseError;
}

/** Takes the parsed JSON of a request; throws where it is no `ProcessQuery` batch. */
export const parseRequest = (body: unknown): RequestBody => requestBody.parse(body);
