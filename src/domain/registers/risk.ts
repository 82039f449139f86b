import { defineRegister, type Values } from './define';

const PROBABILITY = ['Very low', 'Low', 'Medium', 'High', 'Very high'] as const;
const IMPACT = ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'] as const;

const product = (a: unknown, b: unknown): number | null =>
  typeof a === 'number' && typeof b === 'number' ? a * b : null;

/**
 * Threats to the project: cause, event, impact; probability by impact on 5 by 5, before and after the response.
 * Responses to threats after the PMBOK Guide: avoid, transfer, mitigate, accept, escalate.
 */
export const risk = defineRegister({
  kind: 'risk',
  title: 'Risks',
  singular: 'Risk',
  fields: {
    cause: {
      kind: 'longText',
      label: 'Cause',
      help: 'What is true today that makes it possible.',
      required: true,
    },
    event: { kind: 'longText', label: 'Event', help: 'What may happen.', required: true },
    impact: { kind: 'longText', label: 'Impact', help: 'What it would do to the project.', required: true },
    probability: { kind: 'scale', label: 'Probability', levels: PROBABILITY, required: true },
    severity: { kind: 'scale', label: 'Impact rating', levels: IMPACT, required: true },
    owner: { kind: 'person', label: 'Owner', help: 'Who watches it and acts.' },
    response: {
      kind: 'choice',
      label: 'Response',
      options: ['avoid', 'transfer', 'mitigate', 'accept', 'escalate'].map((value) => ({
        value,
        label: value.charAt(0).toUpperCase() + value.slice(1),
      })),
    },
    responsePlan: { kind: 'longText', label: 'Response plan', help: 'What is done, by whom, by when.' },
    reviewDate: { kind: 'date', label: 'Next review' },
    residualProbability: {
      kind: 'scale',
      label: 'Residual probability',
      levels: PROBABILITY,
      help: 'After the response.',
    },
    residualSeverity: {
      kind: 'scale',
      label: 'Residual impact rating',
      levels: IMPACT,
      help: 'After the response.',
    },
  },
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
    closed: { label: 'Closed', tone: 'success', next: ['identified'] },
    occurred: { label: 'Occurred', tone: 'danger', next: ['closed'] },
  },
  score: {
    of: ({ probability, severity }: Values) => product(probability, severity),
    residual: ({ residualProbability, residualSeverity }: Values) =>
      product(residualProbability, residualSeverity),
    bands: [
      { from: 15, label: 'High', tone: 'danger' },
      { from: 8, label: 'Medium', tone: 'warning' },
      { from: 1, label: 'Low', tone: 'success' },
    ],
  },
  review: { field: 'reviewDate' },
  index: [
    { path: 'score', type: 'number', alias: 'docketRiskScore' },
    { path: 'state', type: 'string', alias: 'docketRiskState' },
    { path: 'values.reviewDate', type: 'date', alias: 'docketRiskReview' },
  ],
  columns: ['key', 'summary', 'score', 'state', 'owner', 'response', 'reviewDate'],
});
