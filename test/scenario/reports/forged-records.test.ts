import { afterAppTests, appWith } from '../../support/app';
import { onRegisters, propertyOf, tamper } from '../../support/registers';
import { FRIDAY, publish, statusPage, wordsOf } from '../../support/status-page';

afterAppTests();

/** A project with a change that waits for its approver, and a space to report in. */
async function withChange() {
  const app = await appWith(
    (build) => {
      build.project();
      const space = build.space({ key: 'TEAM' });
      build.state.spaces.patch(space.id, { homepageId: build.page({ spaceId: space.id }).id });
    },
    { now: FRIDAY },
  );
  const { change, move } = onRegisters(app);
  const { issueId } = await move(await change(), 'underReview', 'change');
  const [issue] = [...app.state.issues.all()].filter(({ id }) => id === issueId);
  return { app, issueId, key: issue?.key ?? '' };
}

describe('the report', () => {
  it('tells of a change that waits for its approver', async () => {
    const { app, key } = await withChange();
    await publish(app);
    expect(wordsOf(statusPage(app)).join('\n')).toContain(key);
  });

  it('tells nothing of an approval that somebody wrote past Docket', async () => {
    const { app, issueId, key } = await withChange();
    await tamper(
      app,
      issueId,
      { ...(propertyOf(app, issueId, 'change') as object), state: 'approved' },
      'change',
    );
    await publish(app);
    const words = wordsOf(statusPage(app)).join('\n');
    expect(words).not.toContain(key);
    expect(words).not.toMatch(/Approved/);
  });
});
