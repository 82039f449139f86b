import { RATED } from './defaults';
import { defineRegister } from './define';

/**
 * What the plan takes as true without proof: the A of RAID (PMBOK Guide, assumption log). Rated by how likely it is to be
 * wrong and what that would do.
 */
export const assumption = defineRegister({
  kind: 'assumption',
  title: 'Assumptions',
  singular: 'Assumption',
  groups: [
    { title: 'What is taken as true', fields: ['statement', 'basis', 'consequence'] },
    { title: 'How safe it is', fields: ['likelihoodWrong', 'impactIfWrong', 'relatedRisks'] },
    { title: 'Finding out', fields: ['owner', 'validateBy', 'method', 'finding', 'reviewDate'] },
  ],
  fields: {
    statement: { kind: 'longText', label: 'Statement', help: 'What is taken as true.', required: true },
    basis: { kind: 'longText', label: 'Basis', help: 'Why it is believed.' },
    consequence: { kind: 'longText', label: 'If it is wrong', help: 'What that would do to the project.' },
    likelihoodWrong: {
      kind: 'scale',
      axis: 'probability',
      label: 'Likelihood of being wrong',
    },
    impactIfWrong: { kind: 'scale', axis: 'impact', label: 'Impact if wrong' },
    relatedRisks: {
      kind: 'issueLinks',
      of: 'risk',
      label: 'Related risks',
      help: 'Risks that rest on it.',
    },
    owner: { kind: 'person', label: 'Owner', help: 'Who finds out whether it holds.' },
    validateBy: { kind: 'date', promise: true, label: 'Validate by' },
    method: { kind: 'longText', label: 'How to find out' },
    finding: { kind: 'longText', label: 'Finding', help: 'What was found, and where it can be seen.' },
    reviewDate: { kind: 'date', label: 'Next review' },
  },
  lifecycle: {
    open: { label: 'Open', tone: 'neutral', next: ['validating', 'validated', 'invalidated', 'retired'] },
    validating: {
      label: 'Validating',
      tone: 'progress',
      next: ['open', 'validated', 'invalidated', 'retired'],
      needs: ['owner', 'validateBy'],
    },
    validated: { label: 'Validated', tone: 'success', next: ['open'], needs: ['finding'], final: true },
    invalidated: { label: 'Invalidated', tone: 'danger', next: ['open'], needs: ['finding'], final: true },
    retired: { label: 'Retired', tone: 'neutral', next: ['open'], final: true },
  },
  score: {
    axes: { probability: 'Likelihood of being wrong', impact: 'Impact if wrong' },
    ratings: [
      { key: 'inherent', label: 'Exposure', probability: 'likelihoodWrong', impact: ['impactIfWrong'] },
    ],
  },
  review: { field: 'reviewDate' },
  due: [
    {
      key: 'validation',
      label: 'Validation',
      date: 'validateBy',
      who: 'owner',
      states: ['open', 'validating'],
    },
    {
      key: 'review',
      label: 'Review',
      date: 'reviewDate',
      who: 'owner',
      states: ['open', 'validating'],
      lapses: true,
    },
  ],
  happened: {
    state: 'invalidated',
    creates: 'issue',
    link: 'source',
    carries: {
      description: 'statement',
      effect: 'consequence',
      owner: 'owner',
      severity: 'impactIfWrong',
    },
  },
  index: [
    { path: 'id', type: 'string', alias: 'docketAssumptionId' },
    { path: 'state', type: 'string', alias: 'docketAssumptionState' },
    { path: 'score', type: 'number', alias: 'docketAssumptionScore' },
    { path: 'band', type: 'string', alias: 'docketAssumptionBand' },
    { path: 'values.owner', type: 'user', alias: 'docketAssumptionOwner' },
    { path: 'values.validateBy', type: 'date', alias: 'docketAssumptionValidateBy' },
    { path: 'values.reviewDate', type: 'date', alias: 'docketAssumptionReview' },
  ],
  columns: ['id', 'key', 'summary', 'score', 'state', 'owner', 'validateBy', 'reviewDate'],
  defaults: { ...RATED, prefix: 'A' },
});
