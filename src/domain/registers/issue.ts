import { RATED } from './defaults';
import { defineRegister } from './define';

/**
 * What has gone wrong and must be dealt with: the I of RAID. Rated by urgency and impact, since its probability is 1
 * (PMBOK Guide, issue log; priority from impact and urgency as in ISO/IEC 20000-1).
 */
export const issue = defineRegister({
  kind: 'issue',
  title: 'Issues',
  singular: 'Issue record',
  groups: [
    { title: 'What has happened', fields: ['description', 'effect', 'category', 'source'] },
    { title: 'How bad', fields: ['urgency', 'severity'] },
    { title: 'What is done about it', fields: ['owner', 'action', 'due', 'tasks', 'reviewDate'] },
    { title: 'Escalation', fields: ['escalatedTo', 'escalationReason'] },
    { title: 'Outcome', fields: ['resolution', 'resolvedOn'] },
  ],
  fields: {
    description: {
      kind: 'longText',
      label: 'Description',
      help: 'What has happened, as a fact.',
      required: true,
    },
    effect: { kind: 'longText', label: 'Effect', help: 'What it does to the project.' },
    category: {
      kind: 'choice',
      label: 'Category',
      help: 'Where it comes from.',
      options: [
        { value: 'technical', label: 'Technical' },
        { value: 'management', label: 'Management' },
        { value: 'commercial', label: 'Commercial' },
        { value: 'external', label: 'External' },
      ],
    },
    source: {
      kind: 'issueLinks',
      label: 'Came from',
      help: 'The risk that happened, or the assumption that proved wrong.',
    },
    urgency: {
      kind: 'scale',
      axis: 'probability',
      label: 'Urgency',
      help: 'How soon it must be dealt with.',
    },
    severity: {
      kind: 'scale',
      axis: 'impact',
      label: 'Impact rating',
      help: 'How hard it hits the project.',
    },
    owner: { kind: 'person', label: 'Owner', help: 'Who sees it through.' },
    action: { kind: 'longText', label: 'Action', help: 'What is done, by whom.' },
    due: { kind: 'date', promise: true, label: 'Due', help: 'When it will be resolved.' },
    tasks: { kind: 'issueLinks', label: 'Tasks', help: 'Issues that carry out the action.' },
    reviewDate: { kind: 'date', label: 'Next review' },
    escalatedTo: { kind: 'person', label: 'Escalated to', help: 'Who has been asked to decide or to help.' },
    escalationReason: { kind: 'longText', label: 'Reason for escalation', help: 'What is asked of them.' },
    resolution: { kind: 'longText', label: 'Resolution', help: 'How it was solved.' },
    resolvedOn: { kind: 'date', label: 'Resolved on' },
  },
  lifecycle: {
    open: { label: 'Open', tone: 'neutral', next: ['inProgress', 'escalated', 'resolved', 'closed'] },
    inProgress: {
      label: 'In progress',
      tone: 'progress',
      next: ['escalated', 'resolved', 'open'],
      needs: ['owner', 'action', 'due'],
    },
    escalated: {
      label: 'Escalated',
      tone: 'danger',
      next: ['inProgress', 'resolved'],
      needs: ['escalatedTo', 'escalationReason'],
    },
    resolved: {
      label: 'Resolved',
      tone: 'success',
      next: ['closed', 'open'],
      needs: ['resolution'],
      final: true,
    },
    closed: { label: 'Closed', tone: 'success', next: ['open'], final: true },
  },
  score: {
    axes: { probability: 'Urgency', impact: 'Impact' },
    ratings: [{ key: 'inherent', label: 'Priority', probability: 'urgency', impact: ['severity'] }],
  },
  review: { field: 'reviewDate' },
  due: [
    {
      key: 'resolution',
      label: 'Resolution',
      date: 'due',
      who: 'owner',
      states: ['open', 'inProgress', 'escalated'],
    },
    {
      key: 'review',
      label: 'Review',
      date: 'reviewDate',
      who: 'owner',
      states: ['open', 'inProgress', 'escalated'],
      lapses: true,
    },
  ],
  index: [
    { path: 'id', type: 'string', alias: 'docketIssueId' },
    { path: 'state', type: 'string', alias: 'docketIssueState' },
    { path: 'score', type: 'number', alias: 'docketIssueScore' },
    { path: 'band', type: 'string', alias: 'docketIssueBand' },
    { path: 'values.owner', type: 'user', alias: 'docketIssueOwner' },
    { path: 'values.due', type: 'date', alias: 'docketIssueDue' },
    { path: 'values.escalatedTo', type: 'user', alias: 'docketIssueEscalatedTo' },
    { path: 'values.reviewDate', type: 'date', alias: 'docketIssueReview' },
  ],
  columns: ['id', 'key', 'summary', 'score', 'state', 'owner', 'due', 'escalatedTo'],
  defaults: {
    ...RATED,
    prefix: 'I',
    scales: {
      probability: ['Can wait', 'Within weeks', 'This week', 'Within days', 'At once'],
      impact: RATED.scales.impact,
    },
    appetite: 15,
  },
});
