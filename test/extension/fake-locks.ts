/** One browser's locks, whatever their names: one piece of work after the other. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  let queue: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<unknown>) => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };
  return { request } as unknown as Pick<LockManager, 'request'>;
}
