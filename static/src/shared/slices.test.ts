import { inSlices } from './slices';

const ROWS = Array.from({ length: 600 }, (_, n) => n);

it('goes through all rows in their order, slice by slice', async () => {
  const told: string[] = [];
  const watch = {
    onDone: (done: number, all: number) => void told.push(`${done} of ${all}`),
    signal: new AbortController().signal,
  };
  expect(await inSlices(ROWS, (n) => n * 2, watch)).toEqual(ROWS.map((n) => n * 2));
  expect(told).toEqual(['250 of 600', '500 of 600', '600 of 600']);
});

it('makes nothing once it is stopped', async () => {
  const controller = new AbortController();
  let last = 0;
  const onDone = (done: number) => {
    last = done;
    controller.abort();
  };
  expect(await inSlices(ROWS, (n) => n, { onDone, signal: controller.signal })).toBeNull();
  expect(last).toBe(250);
});

it('has nothing to do without rows', async () => {
  const onDone = jest.fn();
  expect(await inSlices([], (n) => n, { onDone, signal: new AbortController().signal })).toEqual([]);
  expect(onDone).not.toHaveBeenCalled();
});
