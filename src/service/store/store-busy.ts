/** The store cannot answer now (another process writes, or the database is away); the same call later may work. Nothing was done, or what was done is found by the same call again. */
export class StoreBusy extends Error {
  readonly code = 'store-busy';
}
