import {
  configure,
  defineRegister,
  enterRegister,
  newRecord,
  REGISTERS,
  risk,
} from '../../src/domain/registers';
import { registerView } from '../../src/handlers/resolvers/registers/register-view';
import { entityPropertiesOf } from '../support/entity-properties';

/** All that a seventh register takes. */
const lesson = enterRegister(
  defineRegister({
    kind: 'lesson',
    title: 'Lessons',
    singular: 'Lesson',
    groups: [{ title: 'What was learned', fields: ['observation', 'advice', 'owner'] }],
    fields: {
      observation: { kind: 'longText', label: 'Observation', required: true },
      advice: { kind: 'longText', label: 'Advice' },
      owner: { kind: 'person', label: 'Owner' },
    },
    lifecycle: {
      noted: { label: 'Noted', tone: 'neutral', next: ['applied'] },
      applied: { label: 'Applied', tone: 'success', next: [], needs: ['advice'], final: true },
    },
    index: [
      { path: 'id', type: 'string', alias: 'docketLessonId' },
      { path: 'state', type: 'string', alias: 'docketLessonState' },
      { path: 'values.owner', type: 'user', alias: 'docketLessonOwner' },
    ],
    columns: ['id', 'key', 'summary', 'state', 'owner'],
    defaults: {
      ...risk.defaults,
      prefix: 'L',
      scales: { probability: [], impact: [] },
      bands: [],
      appetite: null,
      cadence: {},
    },
  }),
);

describe('a seventh register, defined in one file', () => {
  const configured = configure(lesson, lesson.defaults);

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
    ]);
    expect(view.columns.map(({ label }) => label)).toEqual(['Id', 'Issue', 'Summary', 'State', 'Owner']);
    expect(view.states.map(({ label, final }) => [label, final])).toEqual([
      ['Noted', false],
      ['Applied', true],
    ]);
  });

  it('is searched by JQL', () => {
    expect(entityPropertiesOf(REGISTERS).at(-1)).toEqual({
      key: 'lesson-property',
      entityType: 'issue',
      propertyKey: 'docket.lesson',
      values: [
        { path: 'id', type: 'string', searchAlias: 'docketLessonId' },
        { path: 'state', type: 'string', searchAlias: 'docketLessonState' },
        { path: 'values.owner', type: 'user', searchAlias: 'docketLessonOwner' },
      ],
    });
  });
});
