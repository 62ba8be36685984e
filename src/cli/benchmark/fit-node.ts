/** better-sqlite3 12 aborts the process there when it frees a statement (seen with 24.21; 22.23 is well). */
const FIRST_UNFIT = 24;

/** Whether the store's engine runs under a version of Node, such as `v22.23.3`. */
export const isFitNode = (version: string): boolean => Number(/\d+/.exec(version)?.[0]) < FIRST_UNFIT;
