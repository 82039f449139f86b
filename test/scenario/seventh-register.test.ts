import { registerImport, registers, registerSettings, reports } from '../../src/contract';
import { callApp } from '../../sandbox/cli/app-call';
import { configure, newRecord, REGISTERS } from '../../src/domain/registers';
import { registerView } from '../../src/handlers/resolvers/registers/register-view';
import { afterAppTests, appWith, type TestApp } from '../support/app';
import { entityPropertiesOf } from '../support/entity-properties';
import '../support/in-english';
import { onRegisters, rest } from '../support/registers';
import { lesson } from '../support/seventh-register';

afterAppTests();

const LESSON = { observation: 'Tests first', owner: 'lead', applyBy: '2026-07-22' };

/** A project with a space for its status, and the manifest as the seven definitions make it. */
async function withLessons(): Promise<TestApp> {
  const app = await appWith((build) => {
    build.project();
    const space = build.space();
    const home = build.page({ spaceId: space.id, title: 'Home' });
    build.state.spaces.patch(space.id, { homepageId: home.id });
  });
  const entries = entityPropertiesOf([lesson]).flatMap(({ propertyKey, values }) =>
    values.map((value) => ({ propertyKey, ...value })),
  );
  app.state.indexedProperties = [...app.state.indexedProperties, ...entries];
  return app;
}

describe('a seventh register, defined in one file', () => {
  const configured = configure(lesson, lesson.defaults);
  let app: TestApp;
  let issueId: string;
  beforeAll(async () => {
    app = await withLessons();
    const made = { kind: 'lesson', summary: 'Write the test before the code', values: LESSON };
    ({ issueId } = await onRegisters(app).call(registers.create, made));
  });

  it('is one of the registers, and reads and refuses values', () => {
    expect(REGISTERS).toContain(lesson);
    expect(newRecord(configured, { observation: 'Tests first' }, new Date(0), 'L-1')).toMatchObject({
      ok: true,
      value: { id: 'L-1', state: 'noted', score: null, band: null },
    });
    expect(newRecord(configured, { colour: 'red' }, new Date(0))).toMatchObject({
      ok: false,
      refusal: {
        fields: { observation: 'Observation is needed.', colour: 'A lesson has no field "colour".' },
      },
    });
  });

  it('has what a form and a table are drawn from', () => {
    const view = registerView(configured);
    expect(view.fields.map(({ key, required }) => [key, required])).toEqual([
      ['observation', true],
      ['advice', false],
      ['owner', false],
      ['applyBy', false],
    ]);
    expect(view.columns.map(({ label }) => label)).toEqual([
      'ID',
      'Issue',
      'Summary',
      'State',
      'Owner',
      'Apply by',
    ]);
    expect(view.states.map(({ label, final }) => [label, final])).toEqual([
      ['Noted', false],
      ['Applied', true],
    ]);
  });

  it('is listed, counted and set up like the others', async () => {
    const { call, list, say } = onRegisters(app);
    expect((await list('lesson')).records).toMatchObject([{ id: 'L-1', issueId, values: LESSON }]);
    const { registers: counted } = await call(registers.overview, {});
    expect(counted.at(-1)).toMatchObject({ kind: 'lesson', title: 'Lessons', open: 1, total: 1 });
    expect(
      await say(registers.transition, { kind: 'lesson', issueId, revision: 1, to: 'applied' }),
    ).toMatchObject({
      problem: { message: 'To be applied, the lesson needs: Advice.' },
    });
    const settings = app.screen('project-settings', 'lead');
    const { settings: given } = await callApp(app.host, settings, registerSettings.read, { kind: 'lesson' });
    const saved = { kind: 'lesson', settings: { ...given, required: ['advice'] } };
    expect((await callApp(app.host, settings, registerSettings.save, saved)).settings.required).toEqual([
      'advice',
    ]);
    await callApp(app.host, settings, registerSettings.save, { kind: 'lesson', settings: given });
  });

  it('is searched by JQL', async () => {
    expect(entityPropertiesOf(REGISTERS).at(-1)).toMatchObject({
      key: 'lesson-property',
      propertyKey: 'docket.lesson',
      values: [
        { searchAlias: 'docketLessonId' },
        { searchAlias: 'docketLessonState' },
        { path: 'values.owner', type: 'user', searchAlias: 'docketLessonOwner' },
        { searchAlias: 'docketLessonApplyBy' },
      ],
    });
    const found = await rest(app, 'POST', '/rest/api/3/search/jql', {
      jql: 'docketLessonOwner = lead AND docketLessonApplyBy <= 3d',
      fields: ['summary'],
    });
    expect(found).toMatchObject({ issues: [{ id: issueId }] });
  });

  it('asks of people what its dates say', () => {
    const asked = app.host
      .stored('obligation')
      .map(({ value }) => (value as { obligation: object }).obligation);
    expect(asked).toEqual([
      expect.objectContaining({
        subject: `record:${issueId}:lesson`,
        dueDate: '2026-07-22',
        people: ['lead'],
        summary: 'Lesson to apply, L-1: Write the test before the code',
      }),
    ]);
  });

  it('stands in the status of its project where something is due', async () => {
    const page = app.screen('project-page', 'lead');
    const { report } = await callApp(app.host, page, reports.publishNow, { label: null });
    const body = JSON.stringify(app.state.pages.get(report.page?.id ?? '')?.body);
    expect(body).toContain('Write the test before the code');
    expect(body).toContain('Lesson to apply');
  });

  it('is imported from a file', async () => {
    const row = (line: number, cells: Record<string, string>) => ({
      line,
      source: String(line).repeat(64),
      cells,
      revision: null,
    });
    const rows = [
      row(2, { summary: 'From a file', observation: 'Short rows import well', applyBy: '2026-08-03' }),
      row(3, { summary: 'Refused', observation: 'The date is wrong', applyBy: '31/02/2026' }),
    ];
    const file = { kind: 'lesson', decimalComma: false, people: [], rows };
    const done = await onRegisters(app).call(registerImport.apply, file);
    expect(done.rows).toMatchObject([
      { does: 'create', id: 'L-2' },
      { does: 'refused', problems: [{ column: 'applyBy' }] },
    ]);
    expect((await onRegisters(app).list('lesson')).records.map(({ id }) => id)).toEqual(['L-1', 'L-2']);
  });
});
