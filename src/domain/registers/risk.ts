import { RATED } from './defaults';
import { defineRegister } from './define';
import { RISK_FIELDS } from './risk-fields';

/**
 * What may happen to the project, for worse or for better: cause, event, impact, rated before and after the response
 * and as intended. Five responses to each nature, after the PMBOK Guide (6th edition, 11.5.2.4 and 11.5.2.5).
 */
export const risk = defineRegister({
  kind: 'risk',
  title: 'Risks',
  singular: 'Risk',
  groups: [
    { title: 'What may happen', fields: ['nature', 'cause', 'event', 'impact', 'category'] },
    {
      title: 'How likely and how bad',
      fields: [
        'probability',
        'severity',
        'impactSchedule',
        'impactCost',
        'impactScope',
        'impactQuality',
        'proximity',
        'trigger',
      ],
    },
    {
      title: 'What is done about it',
      fields: [
        'owner',
        'response',
        'responsePlan',
        'actionOwner',
        'responseDue',
        'treatments',
        'contingency',
        'fallback',
      ],
    },
    {
      title: 'After the response',
      fields: [
        'residualProbability',
        'residualSeverity',
        'targetProbability',
        'targetSeverity',
        'secondaryRisks',
        'reviewDate',
      ],
    },
  ],
  fields: RISK_FIELDS,
  lifecycle: {
    identified: { label: 'Identified', tone: 'neutral', next: ['assessed', 'closed', 'occurred'] },
    assessed: {
      label: 'Assessed',
      tone: 'progress',
      next: ['responding', 'closed', 'occurred'],
      needs: ['owner'],
    },
    responding: {
      label: 'Responding',
      tone: 'warning',
      next: ['assessed', 'closed', 'occurred'],
      needs: ['owner', 'response', 'responsePlan'],
    },
    closed: { label: 'Closed', tone: 'success', next: ['identified'], final: true },
    occurred: { label: 'Occurred', tone: 'danger', next: ['closed'], final: true },
  },
  score: {
    axes: { probability: 'Probability', impact: 'Impact' },
    ratings: [
      {
        key: 'inherent',
        label: 'Inherent',
        probability: 'probability',
        impact: ['severity', 'impactSchedule', 'impactCost', 'impactScope', 'impactQuality'],
      },
      {
        key: 'residual',
        label: 'Residual',
        probability: 'residualProbability',
        impact: ['residualSeverity'],
      },
      { key: 'target', label: 'Target', probability: 'targetProbability', impact: ['targetSeverity'] },
    ],
  },
  review: { field: 'reviewDate' },
  due: [
    {
      key: 'review',
      label: 'Review',
      date: 'reviewDate',
      who: 'owner',
      states: ['identified', 'assessed', 'responding'],
      lapses: true,
    },
    {
      key: 'response',
      label: 'Response',
      date: 'responseDue',
      who: 'actionOwner',
      otherwise: 'owner',
      states: ['assessed', 'responding'],
    },
  ],
  happened: {
    state: 'occurred',
    creates: 'issue',
    link: 'source',
    carries: { description: 'event', effect: 'impact', owner: 'owner', severity: 'severity' },
  },
  index: [
    { path: 'id', type: 'string', alias: 'docketRiskId' },
    { path: 'state', type: 'string', alias: 'docketRiskState' },
    { path: 'score', type: 'number', alias: 'docketRiskScore' },
    { path: 'residualScore', type: 'number', alias: 'docketRiskResidual' },
    { path: 'targetScore', type: 'number', alias: 'docketRiskTarget' },
    { path: 'band', type: 'string', alias: 'docketRiskBand' },
    { path: 'values.nature', type: 'string', alias: 'docketRiskNature' },
    { path: 'values.category', type: 'string', alias: 'docketRiskCategory' },
    { path: 'values.owner', type: 'user', alias: 'docketRiskOwner' },
    { path: 'values.response', type: 'string', alias: 'docketRiskResponse' },
    { path: 'values.responseDue', type: 'date', alias: 'docketRiskResponseDue' },
    { path: 'values.proximity', type: 'date', alias: 'docketRiskProximity' },
    { path: 'values.reviewDate', type: 'date', alias: 'docketRiskReview' },
  ],
  columns: ['id', 'key', 'summary', 'score', 'residual', 'state', 'owner', 'reviewDate'],
  defaults: { ...RATED, prefix: 'R', appetite: 15 },
});
