import type { Field } from './fields';

const impactOn = (objective: string, help: string): Field => ({
  kind: 'scale',
  axis: 'impact',
  label: `Impact on ${objective}`,
  help,
});

const threat = (value: string, label: string) => ({ value, label, when: { field: 'nature', is: 'threat' } });
const opportunity = (value: string, label: string) => ({
  value,
  label,
  when: { field: 'nature', is: 'opportunity' },
});

/**
 * What is known of a risk. The statement has three parts, and each nature has five responses of its own (PMBOK Guide,
 * 6th edition, 11.5.2.4 and 11.5.2.5).
 */
export const RISK_FIELDS: Readonly<Record<string, Field>> = {
  nature: {
    kind: 'choice',
    label: 'Nature',
    help: 'A threat would harm the project, an opportunity would help it.',
    options: [
      { value: 'threat', label: 'Threat' },
      { value: 'opportunity', label: 'Opportunity' },
    ],
    initial: 'threat',
  },
  cause: {
    kind: 'longText',
    label: 'Cause',
    help: 'What is true today that makes it possible.',
    required: true,
  },
  event: { kind: 'longText', label: 'Event', help: 'What may happen.', required: true },
  impact: { kind: 'longText', label: 'Impact', help: 'What it would do to the project.', required: true },
  category: {
    kind: 'choice',
    label: 'Category',
    help: 'Where the risk comes from.',
    options: [
      { value: 'technical', label: 'Technical' },
      { value: 'management', label: 'Management' },
      { value: 'commercial', label: 'Commercial' },
      { value: 'external', label: 'External' },
    ],
  },
  probability: { kind: 'scale', axis: 'probability', label: 'Probability', required: true },
  severity: {
    kind: 'scale',
    axis: 'impact',
    label: 'Impact rating',
    help: 'Overall. Where an objective below is hit harder, that counts.',
    required: true,
  },
  impactSchedule: impactOn('schedule', 'As far as you can tell them apart.'),
  impactCost: impactOn('cost', 'As far as you can tell them apart.'),
  impactScope: impactOn('scope', 'As far as you can tell them apart.'),
  impactQuality: impactOn('quality', 'As far as you can tell them apart.'),
  proximity: { kind: 'date', label: 'Proximity', help: 'The earliest date on which it could happen.' },
  trigger: { kind: 'longText', label: 'Trigger', help: 'The sign that it is about to happen.' },
  owner: { kind: 'person', label: 'Owner', help: 'Who watches it and acts.' },
  response: {
    kind: 'choice',
    label: 'Response',
    help: 'The strategy; the plan says how.',
    options: [
      threat('avoid', 'Avoid'),
      threat('transfer', 'Transfer'),
      threat('mitigate', 'Mitigate'),
      opportunity('exploit', 'Exploit'),
      opportunity('share', 'Share'),
      opportunity('enhance', 'Enhance'),
      { value: 'accept', label: 'Accept' },
      { value: 'escalate', label: 'Escalate' },
    ],
  },
  responsePlan: { kind: 'longText', label: 'Response plan', help: 'What is done, by whom, by when.' },
  actionOwner: {
    kind: 'person',
    label: 'Action owner',
    help: 'Who carries out the plan, if not the owner.',
  },
  responseDue: {
    kind: 'date',
    promise: true,
    label: 'Response due',
    help: 'When the plan has been carried out.',
  },
  treatments: {
    kind: 'issueLinks',
    label: 'Treatment tasks',
    help: 'Issues that carry out the plan; their progress is shown.',
  },
  contingency: {
    kind: 'longText',
    label: 'Contingency plan',
    help: 'What is done if the trigger shows or it happens.',
  },
  fallback: {
    kind: 'longText',
    label: 'Fallback plan',
    help: 'What is done if the contingency plan does not work.',
  },
  residualProbability: {
    kind: 'scale',
    axis: 'probability',
    label: 'Residual probability',
    help: 'After the response.',
  },
  residualSeverity: {
    kind: 'scale',
    axis: 'impact',
    label: 'Residual impact rating',
    help: 'After the response.',
  },
  targetProbability: {
    kind: 'scale',
    axis: 'probability',
    label: 'Target probability',
    help: 'What the response is meant to reach.',
  },
  targetSeverity: {
    kind: 'scale',
    axis: 'impact',
    label: 'Target impact rating',
    help: 'What the response is meant to reach.',
  },
  secondaryRisks: {
    kind: 'issueLinks',
    of: 'risk',
    acyclic: true,
    label: 'Secondary risks',
    help: 'Risks that the response brings with it.',
  },
  reviewDate: { kind: 'date', label: 'Next review' },
};
