import { createSerial } from './serial';

describe('a serial queue', () => {
  it('starts a task only when the one before has ended, and gives each caller its own answer', async () => {
    const serial = createSerial();
    const seen: string[] = [];
    let release = (): void => {};
    const first = serial(async () => {
      seen.push('first starts');
      await new Promise<void>((resolve) => (release = resolve));
      seen.push('first ends');
      return 1;
    });
    const second = serial(async () => {
      seen.push('second starts');
      return 2;
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(seen).toEqual(['first starts']);
    release();
    expect(await Promise.all([first, second])).toEqual([1, 2]);
    expect(seen).toEqual(['first starts', 'first ends', 'second starts']);
  });

  it('goes on after a failure and hands it to the one who asked', async () => {
    const serial = createSerial();
    const failing = serial(() => Promise.reject(new Error('broken')));
    const next = serial(async () => 'fine');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });
});
