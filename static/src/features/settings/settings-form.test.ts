import '../../../../test/support/words';
import { pageIdOf } from '../../shared/page-id';
import { DEFAULT_POLICY_SHAPE, settings as contract, type ProjectSettings } from '../../api/contract';
import { toPolicyInput } from './policy-form';
import { holidaysProblem, parentProblem, settingsProblems, toInput, toSettings } from './settings-form';

const settings: ProjectSettings = {
  enabled: true,
  sponsorId: 'u-1',
  holidays: ['2012-07-04', '2012-12-25'],
  zone: 'Asia/Kolkata',
  report: { enabled: true, spaceKey: 'TEAM', parentPageId: '4711' },
  policy: {
    weekdays: [1, 2, 3, 4, 7],
    ladder: {
      leadDays: [5, 2],
      overdue: null,
      escalations: [
        { day: 2, to: { kind: 'stand-in' } },
        { day: 4, to: { kind: 'person', accountId: 'u-2' } },
      ],
    },
    special: [
      { name: 'Urgent', priorities: ['Highest'], labels: ['legal'], ladder: DEFAULT_POLICY_SHAPE.ladder },
    ],
    quietStatuses: ['On hold'],
    deliveryTime: '08:30',
    backlogAfter: 0,
    standIns: { 'u-1': 'u-3' },
    holidayCountry: 'DE-BY',
  },
  actionQuery: 'labels = action',
  tasks: { spaceKeys: ['TEAM'], pageIds: ['4712'], chaseOn: 'issue' },
  digestTarget: { kind: 'page', id: '4713' },
};
const names = { 'u-1': 'Person One', 'u-2': 'Person Two' };
const input = toInput(settings, names);

it('gives back the settings that it was given', () => {
  expect(toSettings(input)).toEqual(settings);
  expect(settingsProblems(input)).toEqual({});
});

it('sends what the contract takes when everything is empty', () => {
  const untouched: ProjectSettings = {
    enabled: false,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
    policy: DEFAULT_POLICY_SHAPE,
    actionQuery: null,
    tasks: { spaceKeys: [], pageIds: [], chaseOn: 'page' },
    digestTarget: null,
  };
  const empty = { ...toInput(untouched, {}), holidays: ' \n', spaceKey: ' ' };
  expect(contract.save.request.parse(toSettings(empty))).toEqual({ ...untouched, seen: null });
  expect(settingsProblems(empty)).toEqual({});
});

it('sorts the holidays and keeps each once', () => {
  const unsorted = { ...input, holidays: '2012-12-25\n\n2012-07-04 \n2012-12-25' };
  expect(toSettings(unsorted).holidays).toEqual(['2012-07-04', '2012-12-25']);
});

it('names every line that is no date', () => {
  expect(holidaysProblem('2012-07-04\nChristmas\n2012-02-30')).toBe(
    'Line 2: "Christmas" is no date. Write it as YYYY-MM-DD. Line 3: "2012-02-30" is no date. Write it as YYYY-MM-DD.',
  );
  expect(holidaysProblem('2012-02-29\n\n')).toBeUndefined();
});

it.each([
  ['4711', '4711'],
  [' 4711 ', '4711'],
  ['https://site.example/wiki/spaces/TEAM/pages/4711/Weekly+status', '4711'],
  ['https://site.example/wiki/spaces/TEAM/pages/edit-v2/4711', '4711'],
  ['https://site.example/wiki/pages/viewpage.action?pageId=4711', '4711'],
  ['Weekly status', null],
])('finds the page in %s', (written, id) => {
  expect(pageIdOf(written)).toBe(id);
  expect(parentProblem(written) === undefined).toBe(id !== null);
});

describe('what is wrong is said by path', () => {
  const policy = toPolicyInput(DEFAULT_POLICY_SHAPE, {});
  const withPolicy = (change: Partial<typeof policy>) =>
    settingsProblems({ ...input, policy: { ...policy, ...change } });

  it('where a number is none, or too small', () => {
    const [first, second] = policy.ladder.levels;
    const levels = [
      { ...first!, day: 'soon' },
      { ...second!, day: '' },
    ];
    expect(withPolicy({ ladder: { ...policy.ladder, leadDays: '3, x, 0', levels } })).toEqual({
      'policy.ladder.leadDays.1': 'Write a whole number of working days.',
      'policy.ladder.leadDays.2': 'At least 1.',
      'policy.ladder.escalations.0.day': 'Write a whole number of working days.',
      'policy.ladder.escalations.1.day': 'Write a whole number of working days.',
    });
  });

  it('where a person is missing', () => {
    const levels = [{ row: 0, day: '3', who: 'person' as const, person: null }];
    const one = { value: 'u-1', label: 'Person One' };
    const standIns = [
      { row: 0, owner: one, standIn: null },
      { row: 1, owner: null, standIn: one },
      { row: 2, owner: null, standIn: null },
      { row: 3, owner: one, standIn: one },
    ];
    expect(withPolicy({ ladder: { ...policy.ladder, levels }, standIns: standIns.slice(0, 3) })).toEqual({
      'policy.ladder.escalations.0.to': 'Choose the person whom this level tells.',
      'policy.standIns.u-1': 'Choose both people, or remove the row.',
      'policy.standIns.row 1': 'Choose both people, or remove the row.',
    });
    expect(withPolicy({ standIns: standIns.slice(3).concat({ ...standIns[3]!, row: 4 }) })).toEqual({
      'policy.standIns.u-1': 'Person One has a stand-in already.',
    });
  });

  it('where a ladder of its own has no name, no day works, or the country has no code', () => {
    const special = [{ row: 0, name: ' ', priorities: ['High'], labels: [], ladder: policy.ladder }];
    expect(withPolicy({ special, weekdays: [], country: 'Germany' })).toEqual({
      'policy.special.0.name': 'Give this ladder a name.',
      'policy.weekdays': 'Choose at least one working day.',
      'policy.holidayCountry': 'Use a country code such as DE or GB-SCT.',
    });
  });

  it('where a page or an issue cannot be read, in the words of the form alone', () => {
    const sources = { ...input.sources, pages: ['4712', 'Minutes'], digestPage: 'Digest' };
    expect(settingsProblems({ ...input, sources })).toEqual({
      'tasks.pageIds': 'Neither the address of a page nor its number: "Minutes".',
      digestTarget: 'This is neither the address of a Confluence page nor its number.',
    });
    const nowhere = { ...input.sources, digest: 'issue' as const };
    expect(settingsProblems({ ...input, sources: nowhere })).toEqual({
      digestTarget: 'Write the key of the issue, for example ABC-123.',
    });
  });
});

it('writes the country in capitals and leaves the region as it is', () => {
  const countryOf = (country: string) =>
    toSettings({ ...input, policy: { ...input.policy, country } }).policy.holidayCountry;
  expect([' de-BY ', 'gb', ''].map(countryOf)).toEqual(['DE-BY', 'GB', null]);
});
