import { defineRegister, enterRegister, risk } from '../../src/domain/registers';

/** All that a seventh register takes: this file. */
export const lesson = enterRegister(
  defineRegister({
    kind: 'lesson',
    title: 'Lessons',
    singular: 'Lesson',
    groups: [{ title: 'What was learned', fields: ['observation', 'advice', 'owner', 'applyBy'] }],
    fields: {
      observation: { kind: 'longText', label: 'Observation', required: true },
      advice: { kind: 'longText', label: 'Advice' },
      owner: { kind: 'person', label: 'Owner' },
      applyBy: { kind: 'date', label: 'Apply by' },
    },
    lifecycle: {
      noted: { label: 'Noted', tone: 'neutral', next: ['applied'] },
      applied: { label: 'Applied', tone: 'success', next: [], needs: ['advice'], final: true },
    },
    due: [{ key: 'applying', label: 'Lesson to apply', date: 'applyBy', who: 'owner', states: ['noted'] }],
    index: [
      { path: 'id', type: 'string', alias: 'docketLessonId' },
      { path: 'state', type: 'string', alias: 'docketLessonState' },
      { path: 'values.owner', type: 'user', alias: 'docketLessonOwner' },
      { path: 'values.applyBy', type: 'date', alias: 'docketLessonApplyBy' },
    ],
    columns: ['id', 'key', 'summary', 'state', 'owner', 'applyBy'],
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
