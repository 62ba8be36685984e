import { oneAtATime } from '../../src/pane/store/one-at-a-time';

/** A task that counts its runs and ends when told. */
function countedTask() {
  const ends: (() => void)[] = [];
  const task = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const end = async () => {
    ends.shift()?.();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { task, end };
}

it('shares one more run among all calls that come during a run', async () => {
  const { task, end } = countedTask();
  const run = oneAtATime(task);
  const calls = [run(), run(), run()];
  expect(task).toHaveBeenCalledTimes(1);
  await end();
  expect(task).toHaveBeenCalledTimes(2);
  await end();
  await Promise.all(calls);
  expect(task).toHaveBeenCalledTimes(2);
});

it('runs again after a run that failed', async () => {
  const task = jest
    .fn(() => Promise.resolve())
    .mockImplementationOnce(() => Promise.reject(new Error('a bug')));
  const run = oneAtATime(task);
  await expect(run()).rejects.toThrow('a bug');
  await run();
  expect(task).toHaveBeenCalledTimes(2);
});
