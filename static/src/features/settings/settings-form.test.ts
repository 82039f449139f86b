import { pageIdOf } from '../../shared/page-id';
import { settings as contract, type ProjectSettings } from '../../api/contract';
import { DEFAULT_POLICY_SHAPE } from '../../../../src/contract/policy';
import { formField, holidaysProblem, parentProblem, toInput, toSettings } from './settings-form';

const settings: ProjectSettings = {
  enabled: true,
  sponsorId: 'u-1',
  holidays: ['2012-07-04', '2012-12-25'],
  zone: 'Asia/Kolkata',
  report: { enabled: true, spaceKey: 'TEAM', parentPageId: '4711' },
  policy: DEFAULT_POLICY_SHAPE,
  actionQuery: 'labels = action',
  tasks: { spaceKeys: ['TEAM'], pageIds: [], chaseOn: 'page' },
  digestTarget: null,
};
const { policy, actionQuery, tasks, digestTarget } = settings;
const rest = { policy, actionQuery, tasks, digestTarget };

it('gives back the settings that it was given', () => {
  expect(toSettings(toInput(settings, { 'u-1': 'Person One' }))).toEqual(settings);
});

it('sends what the contract takes when everything is empty', () => {
  const empty = toSettings({
    enabled: false,
    sponsorId: null,
    zone: 'UTC',
    holidays: ' \n',
    reportEnabled: false,
    spaceKey: ' ',
    parentPageId: '',
    rest,
  });
  expect(contract.save.request.parse(empty)).toEqual({
    ...rest,
    enabled: false,
    sponsorId: null,
    holidays: [],
    zone: 'UTC',
    report: { enabled: false, spaceKey: null, parentPageId: null },
  });
});

it('sorts the holidays and keeps each once', () => {
  const input = { ...toInput(settings, {}), holidays: '2012-12-25\n\n2012-07-04 \n2012-12-25' };
  expect(toSettings(input).holidays).toEqual(['2012-07-04', '2012-12-25']);
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

it("leads a problem's path to the form's own field", () => {
  expect(['report.parentPageId', 'holidays.3', 'zone'].map(formField)).toEqual([
    'parentPageId',
    'holidays',
    'zone',
  ]);
});
