import { defineRegister, type RegisterDefinition } from './define';
import { REGISTERS, enterRegister } from './registry';
import { risk } from './risk';

const { propertyKey: _key, initialState: _state, ...DEFINITION } = risk;

const broken: [string, Partial<RegisterDefinition>, string][] = [
  [
    'a state that leads nowhere',
    {
      lifecycle: {
        ...DEFINITION.lifecycle,
        closed: { label: 'Closed', tone: 'success', next: ['shut'] },
      },
    },
    'The register risk: the state closed leads to shut, which it does not have.',
  ],
  ['no states', { lifecycle: {} }, 'The register risk: it has no states.'],
  [
    'a field in no group',
    { groups: DEFINITION.groups.slice(1) },
    'The register risk: no group holds nature.',
  ],
  [
    'a field in two groups',
    { groups: [...DEFINITION.groups, { title: 'Again', fields: ['cause'] }] },
    'The register risk: two groups hold cause.',
  ],
  [
    'an option that can never be chosen',
    {
      fields: {
        ...DEFINITION.fields,
        category: {
          kind: 'choice',
          label: 'Category',
          options: [{ value: 'a', label: 'A', when: { field: 'nature', is: 'both' } }],
        },
      },
    },
    'The register risk: an option of category hangs on nature being both, which it cannot be.',
  ],
  [
    'a rating that takes its impact from a probability',
    {
      score: {
        axes: { probability: 'P', impact: 'I' },
        ratings: [
          { key: 'inherent', label: 'Inherent', probability: 'probability', impact: ['probability'] },
        ],
      },
    },
    'The register risk: the rating inherent takes its impact from probability, which it does not have.',
  ],
  [
    'a date that asks nobody there is',
    {
      due: [{ key: 'review', label: 'Review', date: 'reviewDate', who: 'nobody', states: ['identified'] }],
    },
    'The register risk: review asks nobody, which it does not have.',
  ],
  [
    'an index of what is not stored',
    { index: [{ path: 'values.colour', type: 'string', alias: 'docketRiskColour' }] },
    'The register risk: the index names values.colour, which it does not have.',
  ],
  [
    'no index of what Docket itself searches by',
    { index: DEFINITION.index.filter(({ path }) => path !== 'state') },
    'The register risk: the index lacks state, which Docket itself searches by.',
  ],
  ['a column of nothing', { columns: ['colour'] }, 'The register risk: a column shows colour'],
];

it.each(broken)('a definition with %s is refused when it is loaded', (_name, part, message) => {
  expect(() => defineRegister({ ...DEFINITION, ...part })).toThrow(message);
});

it('no two registers share a kind, a prefix or an alias, whatever its case', () => {
  expect(() => enterRegister(risk)).toThrow('The registers risk and risk both take the kind risk.');
  const other = { ...risk, kind: 'hazard', defaults: { ...risk.defaults, prefix: 'H' } };
  expect(() => enterRegister(other)).toThrow('both take the alias docketriskid.');
  expect(() => enterRegister({ ...other, index: [], defaults: risk.defaults })).toThrow(
    'both take the prefix R.',
  );
});

describe.each(REGISTERS.map((register) => [register.kind, register] as const))(
  'the register %s',
  (_kind, register) => {
    it('hands what happened on to a register that there is, to fields that it has', () => {
      const { happened } = register;
      const target = REGISTERS.find(({ kind }) => kind === happened?.creates);
      const fields = happened ? [happened.link, ...Object.keys(happened.carries)] : [];
      expect(fields.filter((key) => !target?.fields[key])).toEqual([]);
    });

    it('links to registers that there are', () => {
      const named = Object.values(register.fields).flatMap((field) =>
        field.kind === 'issueLinks' && field.of !== undefined ? [field.of] : [],
      );
      expect(named.filter((kind) => !REGISTERS.some((other) => other.kind === kind))).toEqual([]);
    });

    it('can end: from every state a final one can be reached, and every state from the first', () => {
      const reach = (from: string): Set<string> => {
        const seen = new Set([from]);
        for (const state of seen) register.lifecycle[state]?.next.forEach((next) => seen.add(next));
        return seen;
      };
      expect([...reach(register.initialState)].sort()).toEqual(Object.keys(register.lifecycle).sort());
      for (const state of Object.keys(register.lifecycle))
        expect([...reach(state)].filter((reached) => register.lifecycle[reached]?.final)).not.toEqual([]);
    });
  },
);
