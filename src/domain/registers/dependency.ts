import { RATED } from './defaults';
import { defineRegister } from './define';

/**
 * What the project needs from others, and others from it: the D of RAID. Rated by how likely it is to come late and what
 * that would do. Every promised date is kept, the first beside the last.
 */
export const dependency = defineRegister({
  kind: 'dependency',
  title: 'Dependencies',
  singular: 'Dependency',
  groups: [
    { title: 'What is needed', fields: ['description', 'direction', 'giver', 'receiver', 'acceptance'] },
    { title: 'When', fields: ['neededBy', 'promisedBy', 'deliveredOn'] },
    {
      title: 'Following it up',
      fields: ['owner', 'contact', 'likelihoodLate', 'impactIfLate', 'tasks', 'reviewDate'],
    },
  ],
  fields: {
    description: { kind: 'longText', label: 'What is needed', required: true },
    direction: {
      kind: 'choice',
      label: 'Direction',
      help: 'Inbound: this project waits for others. Outbound: others wait for this project.',
      options: [
        { value: 'inbound', label: 'Inbound' },
        { value: 'outbound', label: 'Outbound' },
      ],
      initial: 'inbound',
    },
    giver: { kind: 'text', label: 'Giver', help: 'The team, project or supplier that delivers.' },
    receiver: { kind: 'text', label: 'Receiver', help: 'The team or project that waits for it.' },
    acceptance: {
      kind: 'longText',
      label: 'Accepted when',
      help: 'How the receiver knows that it has what it needs.',
    },
    neededBy: { kind: 'date', label: 'Needed by', help: 'When the receiver cannot go on without it.' },
    promisedBy: {
      kind: 'date',
      promise: true,
      label: 'Promised by',
      help: 'What the giver says today. What they said first is kept.',
    },
    deliveredOn: { kind: 'date', label: 'Delivered on' },
    owner: { kind: 'person', label: 'Owner', help: 'Who follows it up in this project.' },
    contact: { kind: 'person', label: 'Contact', help: 'Whom to ask on the other side.' },
    likelihoodLate: { kind: 'scale', axis: 'probability', label: 'Likelihood of coming late' },
    impactIfLate: { kind: 'scale', axis: 'impact', label: 'Impact if late' },
    tasks: { kind: 'issueLinks', label: 'Issues', help: 'Issues that deliver it, or wait for it.' },
    reviewDate: { kind: 'date', label: 'Next review' },
  },
  lifecycle: {
    identified: { label: 'Identified', tone: 'neutral', next: ['agreed', 'atRisk', 'cancelled'] },
    agreed: {
      label: 'Agreed',
      tone: 'progress',
      next: ['atRisk', 'delivered', 'cancelled'],
      needs: ['owner', 'giver', 'receiver', 'promisedBy'],
    },
    atRisk: {
      label: 'At risk',
      tone: 'danger',
      next: ['agreed', 'delivered', 'cancelled'],
      needs: ['owner'],
    },
    delivered: { label: 'Delivered', tone: 'warning', next: ['accepted', 'atRisk'], needs: ['deliveredOn'] },
    accepted: { label: 'Accepted', tone: 'success', next: [], final: true },
    cancelled: { label: 'Cancelled', tone: 'neutral', next: ['identified'], final: true },
  },
  score: {
    axes: { probability: 'Likelihood of coming late', impact: 'Impact if late' },
    ratings: [
      { key: 'inherent', label: 'Exposure', probability: 'likelihoodLate', impact: ['impactIfLate'] },
    ],
  },
  review: { field: 'reviewDate' },
  due: [
    { key: 'agreement', label: 'Agreement', date: 'neededBy', who: 'owner', states: ['identified'] },
    {
      key: 'delivery',
      label: 'Delivery',
      date: 'promisedBy',
      who: 'contact',
      otherwise: 'owner',
      states: ['agreed', 'atRisk'],
    },
    {
      key: 'review',
      label: 'Review',
      date: 'reviewDate',
      who: 'owner',
      states: ['identified', 'agreed', 'atRisk', 'delivered'],
      lapses: true,
    },
  ],
  index: [
    { path: 'id', type: 'string', alias: 'docketDependencyId' },
    { path: 'state', type: 'string', alias: 'docketDependencyState' },
    { path: 'score', type: 'number', alias: 'docketDependencyScore' },
    { path: 'band', type: 'string', alias: 'docketDependencyBand' },
    { path: 'values.direction', type: 'string', alias: 'docketDependencyDirection' },
    { path: 'values.owner', type: 'user', alias: 'docketDependencyOwner' },
    { path: 'values.neededBy', type: 'date', alias: 'docketDependencyNeededBy' },
    { path: 'values.promisedBy', type: 'date', alias: 'docketDependencyPromisedBy' },
    { path: 'firstPromised.promisedBy', type: 'date', alias: 'docketDependencyFirstPromised' },
    { path: 'values.reviewDate', type: 'date', alias: 'docketDependencyReview' },
  ],
  columns: ['id', 'key', 'summary', 'giver', 'receiver', 'state', 'neededBy', 'promisedBy'],
  defaults: { ...RATED, prefix: 'DEP' },
});
