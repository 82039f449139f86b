import { UNRATED } from './defaults';
import { defineRegister } from './define';

/**
 * Questions that had to be settled, and how they were: who decided what, when, why, and what it replaced. It stands
 * beside RAID, whose D reads "dependencies" here.
 */
export const decision = defineRegister({
  kind: 'decision',
  title: 'Decisions',
  singular: 'Decision',
  groups: [
    {
      title: 'What is to be decided',
      fields: ['question', 'context', 'options', 'decider', 'consulted', 'neededBy'],
    },
    { title: 'What was decided', fields: ['decision', 'reason', 'decidedOn', 'consequences', 'supersedes'] },
  ],
  fields: {
    question: {
      kind: 'longText',
      label: 'Question',
      help: 'What has to be settled, as a question.',
      required: true,
    },
    context: { kind: 'longText', label: 'Background', help: 'What one must know to decide.' },
    options: { kind: 'longText', label: 'Options', help: 'What could be decided, each with its price.' },
    decider: { kind: 'person', label: 'Who decides' },
    consulted: { kind: 'people', label: 'Consulted', help: 'Whose view is asked before.' },
    neededBy: {
      kind: 'date',
      promise: true,
      label: 'Needed by',
      help: 'After this date the decision comes too late.',
    },
    decision: { kind: 'longText', label: 'Decision', help: 'What was decided, in one sentence if you can.' },
    reason: { kind: 'longText', label: 'Reason', help: 'Why this option and no other.' },
    decidedOn: { kind: 'date', label: 'Decided on' },
    consequences: { kind: 'longText', label: 'Consequences', help: 'What follows from it, and for whom.' },
    supersedes: {
      kind: 'issueLinks',
      of: 'decision',
      acyclic: true,
      label: 'Supersedes',
      help: 'Earlier decisions that no longer hold.',
    },
  },
  lifecycle: {
    open: { label: 'Open', tone: 'progress', next: ['decided', 'withdrawn'] },
    decided: {
      label: 'Decided',
      tone: 'success',
      next: ['superseded'],
      needs: ['decision', 'reason', 'decider', 'decidedOn'],
      final: true,
      locks: true,
    },
    superseded: { label: 'Superseded', tone: 'neutral', next: [], final: true, locks: true },
    withdrawn: { label: 'Withdrawn', tone: 'neutral', next: ['open'], final: true },
  },
  due: [
    { key: 'decision', label: 'Decision', date: 'neededBy', who: 'decider', states: ['open'], lapses: true },
  ],
  index: [
    { path: 'id', type: 'string', alias: 'docketDecisionId' },
    { path: 'state', type: 'string', alias: 'docketDecisionState' },
    { path: 'values.decider', type: 'user', alias: 'docketDecisionDecider' },
    { path: 'values.neededBy', type: 'date', alias: 'docketDecisionNeededBy' },
    { path: 'values.decidedOn', type: 'date', alias: 'docketDecisionDecidedOn' },
    { path: 'values.supersedes', type: 'string', alias: 'docketDecisionSupersedes' },
    { path: 'values.decision', type: 'text', alias: 'docketDecisionText' },
  ],
  columns: ['id', 'key', 'summary', 'state', 'decider', 'neededBy', 'decidedOn', 'supersedes'],
  defaults: { ...UNRATED, prefix: 'D' },
});
