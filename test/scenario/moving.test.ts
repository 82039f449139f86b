import { afterAppTests, appWith } from '../support/app';

afterAppTests();

describe('an owner who moves', () => {
  it('east over a whole morning is told that day’s message at the next one, and why it is late', async () => {
    const app = await appWith((build) => {
      const { id: projectId } = build.project();
      build.user({ accountId: 'ann', timeZone: 'America/Los_Angeles' });
      build.issue({ projectId, assigneeId: 'ann', dueDate: '2026-07-21' });
    });
    // Tuesday has ended in Auckland when it is five in the morning in Los Angeles.
    await app.until('2026-07-21T12:30:00Z');
    const before = app.told().length;
    app.state.users.patch('ann', { timeZone: 'Pacific/Auckland' });
    await app.until('2026-07-23T12:00:00Z');
    expect(
      app
        .told()
        .slice(before)
        .filter((line) => line.includes(' ann ')),
    ).toEqual(['due-today PRJ-1 ann 2026-07-22T09:00', 'overdue(1) PRJ-1 ann 2026-07-22T09:00']);
    expect(app.ledger().map(({ why }) => why)).toContainEqual(
      expect.stringContaining('It was meant for 2026-07-21, a day that passed unseen'),
    );
  });
});
