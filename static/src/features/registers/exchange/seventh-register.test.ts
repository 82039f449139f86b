import '../../../../../test/support/words';
import { configure, newRecord } from '../../../../../src/domain/registers';
import { recordView } from '../../../../../src/handlers/resolvers/registers/record-view';
import { registerView } from '../../../../../src/handlers/resolvers/registers/register-view';
import { lesson } from '../../../../../test/support/seventh-register';
import { columnsOf, standardColumns } from '../columns';
import { csvOf } from '../../../shared/files/csv';
import { peopleTexts } from './people-texts';
import { sheetOf } from './sheet';
import { titlesOf } from './titles';

it('a seventh register is exported as its definition shows it', () => {
  const register = configure(lesson, lesson.defaults);
  const view = registerView(register);
  const values = { observation: 'Tests first', owner: 'lead', applyBy: '2026-07-22' };
  const made = newRecord(register, values, new Date('2026-07-20T00:00:00Z'), 'L-1');
  if (!made.ok) throw new Error(String(made.refusal.message));
  const issue = {
    issueId: '1',
    issueKey: 'PRJ-1',
    projectId: '1',
    summary: 'Write it down',
    restricted: false,
    property: null,
  };
  const records = [
    recordView(
      { issue, record: made.value },
      {
        register,
        place: {
          accountId: 'lead',
          siteUrl: '',
          isLicensed: true,
          project: { id: '1', key: 'PRJ' },
          issue: { id: '1', key: 'PRJ-1' },
          config: {},
        },
        canEdit: true,
      },
    ),
  ];
  const names = { lead: 'Lea Lead' };
  const dateOf = (instant: string) => instant.slice(0, 10);
  const all = columnsOf(view, names, dateOf);
  const shown = standardColumns(view);
  const columns = all.filter(({ key }) => shown.includes(key));
  const source = { register: view, titles: titlesOf(all), people: peopleTexts(view, records, names), dateOf };
  const [titles, row] = csvOf(sheetOf(source, columns, records))
    .replace('\ufeff', '')
    .trim()
    .split('\r\n');
  expect(titles?.split(',').sort()).toEqual(['Apply by', 'ID', 'Issue', 'Owner', 'State', 'Summary']);
  for (const text of ['L-1', 'PRJ-1', 'Write it down', 'Noted', 'Lea Lead', '2026-07-22'])
    expect(row?.split(',')).toContain(text);
});
