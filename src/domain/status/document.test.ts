import { factsOf } from '../../../test/support/status-facts';
import { adfProblems } from '../../../sandbox/site/adf';
import { isoWeek } from '../calendar';
import { textOf, type AdfNode } from './adf';
import { deltaOf } from './delta';
import { notesNodes, sectionsOf, type PageInput } from './document';
import { emptyExport, exportDocument } from './export-document';
import { mergePage } from './managed';
import { overridden } from './override';
import { takeSnapshot } from './report';
import type { Facts, Item } from './facts';
import { titleOf } from './title';

const WEEK = isoWeek('2012-07-20');
const PROJECT = { key: 'P', name: 'Plan "B"' };
const item = (key: string, name: string | null, dueDate = '2012-07-10', summary = `Do ${key}`): Item => ({
  key,
  summary,
  dueDate,
  owner: name === null ? null : { id: `id-${name}`, name },
});
const counted = (value: number) => ({ value, jql: 'x = y' });
const FACTS = factsOf({
  figures: { open: 10, overdue: 4, opened: 3, resolved: 1, dueNextWeek: 2, backlog: 1, openDated: 8 },
  owners: [
    { owner: null, overdue: counted(1), kept: null, late: null, oldest: item('P-4', null), oldestDays: 8 },
    {
      owner: { id: 'id-Ben', name: 'Ben' },
      overdue: counted(2),
      kept: counted(3),
      late: counted(0),
      oldest: item('P-2', 'Ben'),
      oldestDays: 8,
    },
  ],
  otherOwners: counted(1),
  dueNextWeek: { items: [item('P-5', 'Ann', '2012-07-24')], total: 2 },
  versions: [{ id: '1', name: 'Beta', releaseDate: '2012-08-10', released: false, archived: false }],
  risks: [{ key: 'P-9', summary: 'Flood', score: 20, residual: 12, state: 'responding' }],
});
const EMPTY_FACTS = factsOf({
  figures: { open: 0, openDated: 0, opened: 0, resolved: 0 },
});

function input(facts: Facts, asOf = '2012-07-20T13:00:00Z', change: Partial<PageInput> = {}): PageInput {
  const queries = {
    open: 'project = "P"',
    overdue: 'project = "P" AND duedate < now()',
    dueNextWeek: 'due = x',
  };
  const shared = { queries, week: WEEK, today: '2012-07-20', asOf: new Date(asOf) };
  const older = facts.versions.map((version) => ({ ...version, releaseDate: '2012-08-01' }));
  const figures = { ...facts.figures, open: 4 };
  const previous = takeSnapshot({
    ...shared,
    week: isoWeek('2012-07-13'),
    facts: { ...facts, figures, versions: older },
    previous: null,
  });
  const snapshot = takeSnapshot({ ...shared, facts, previous });
  const delta = deltaOf(snapshot, previous);
  const zone = 'Asia/Kolkata';
  return {
    project: PROJECT,
    zone,
    today: '2012-07-20',
    week: WEEK,
    siteUrl: 'https://x.example',
    previousUrl: 'https://x.example/last',
    audience: 'space',
    leads: [],
    setBy: {},
    facts,
    snapshot,
    delta,
    kept: [],
    ...change,
  };
}

const pageOf = (page: PageInput) =>
  mergePage({ version: 1, type: 'doc', content: [] }, {}, sectionsOf(page)).doc;
const bodyOf = (page: PageInput, key: string) =>
  sectionsOf(page).find((section) => section.key === key)?.body ?? [];
const rowsOf = (nodes: readonly AdfNode[]): string[][] =>
  (nodes.find(({ type }) => type === 'table')?.content ?? []).map((row) => (row.content ?? []).map(textOf));
const all = (node: AdfNode): AdfNode[] => [node, ...(node.content ?? []).flatMap(all)];
const hrefs = (nodes: readonly AdfNode[]) =>
  nodes
    .flatMap(all)
    .flatMap(({ marks }) => marks ?? [])
    .flatMap(({ attrs }) => (typeof attrs === 'object' && attrs && 'href' in attrs ? [attrs.href] : []));

describe('the page', () => {
  it.each([
    ['full', input(FACTS)],
    ['of an empty project', input(EMPTY_FACTS)],
    ['of a first week', input(FACTS, undefined, { delta: null })],
    ['with sections kept', input(FACTS, undefined, { kept: ['Milestones', 'Figures'] })],
    [
      'with nameless things',
      input({ ...FACTS, dueNextWeek: { items: [item('P-1', '', '2012-07-01', '')], total: 1 } }),
    ],
  ])('%s is valid by the ADF schema', (_name, page) => {
    const doc = pageOf(page);

    // Through JSON, as it is sent.
    expect(
      adfProblems(JSON.parse(JSON.stringify({ ...doc, content: [...doc.content, ...notesNodes()] }))),
    ).toBe('');
  });

  it('mentions nobody: a mention would notify people again with each version', () => {
    expect(
      pageOf(input(FACTS))
        .content.flatMap(all)
        .map(({ type }) => type),
    ).not.toContain('mention');
  });

  it('shows the verdict first, with its week, its time in the project zone, and the rules that fired', () => {
    const [verdict, , reasons] = bodyOf(input(FACTS), 'status');

    expect(verdict && textOf(verdict)).toBe(
      ' Plan "B" (P), week 2012-W29 (2012-07-16 to 2012-07-22), as of 2012-07-20 18:30 (Asia/Kolkata). Unchanged since 2012-W28.',
    );
    expect(verdict?.content?.[0]).toMatchObject({ type: 'status', attrs: { text: 'RED', color: 'red' } });
    expect(reasons && textOf(reasons)).toContain(
      'Schedule: 4 of 8 open items with a due date are overdue, 50 %',
    );
  });

  it("shows a colour that a person set beside the rule's, with why and who", () => {
    const page = input(FACTS);
    const set = [{ dimension: 'Schedule' as const, rag: 'amber' as const, reason: 'Two of four are done.' }];
    const snapshot = overridden(page.snapshot, set);

    const rows = rowsOf(bodyOf({ ...page, snapshot, setBy: { Schedule: 'Ann Archer' } }, 'status'));

    expect(rows.slice(0, 3)).toEqual([
      ['Dimension', 'By rule', 'Set in review', 'Since last report'],
      ['Schedule', '', ' Two of four are done. (Ann Archer)', 'Better, was red'],
      ['Cost', '', '', 'Unchanged'],
    ]);
  });

  it('lists overdue work by owner, what nobody owns on top', () => {
    expect(rowsOf(bodyOf(input(FACTS), 'overdue'))).toEqual([
      ['Owner', 'Overdue', 'Kept this week', 'Late', 'Overdue for longest', 'Working days'],
      ['No owner', '1', '–', '–', 'P-4 Do P-4', '8 (2012-07-10)'],
      ['Ben', '2', '3', '0', 'P-2 Do P-2', '8 (2012-07-10)'],
      ['All others', '1', '–', '–', '–', '–'],
    ]);
  });

  it('shows old and new date of a milestone, and the first that was promised', () => {
    expect(rowsOf(bodyOf(input(FACTS), 'milestones'))[1]).toEqual([
      'Beta',
      'none',
      '2012-08-01',
      '2012-08-10',
      '9 days later (no baseline)',
      '2012-08-01',
      'moved out',
    ]);
  });

  it('shows every milestone that moved among many, and says how many it leaves out', () => {
    const versions = Array.from({ length: 40 }, (_, n) => ({
      id: String(n),
      name: `v${n}`,
      releaseDate: `2012-09-${String((n % 28) + 1).padStart(2, '0')}`,
      released: false,
      archived: false,
    }));
    const page = input({ ...FACTS, versions });
    const moved = {
      ...page.delta!,
      milestones: page.delta!.milestones.map((move, n) => ({
        ...move,
        move: n === 25 ? ('later' as const) : ('same' as const),
      })),
    };

    const body = bodyOf({ ...page, delta: moved }, 'milestones');

    expect(rowsOf(body)).toHaveLength(1 + 12);
    expect(rowsOf(body).filter((row) => row.at(-1) === 'moved out')).toHaveLength(1);
    expect(body.map(textOf).at(-1)).toBe('28 more are not listed.');
  });

  it('calls nothing unchanged on a first report, which has nothing to be compared with', () => {
    const first = input(FACTS, undefined, { delta: null });

    expect(rowsOf(bodyOf(first, 'milestones'))[1]?.at(-1)).toBe('first report');
    expect(rowsOf(bodyOf(first, 'risks'))[1]?.at(-1)).toBe('first report');
    expect(rowsOf(bodyOf(first, 'figures'))[1]).toEqual(['Open', '10', '–']);
  });

  it('names the state of a risk as the register does, and one that it does not know as it stands', () => {
    const stateShown = (state: string) => {
      const risks = FACTS.registers.risks.map((risk) => ({ ...risk, state }));
      const registers = { ...FACTS.registers, risks };
      return rowsOf(bodyOf(input({ ...FACTS, registers }), 'risks'))[1]?.[4];
    };

    expect(['responding', 'parked', 'constructor'].map(stateShown)).toEqual([
      'Responding',
      'parked',
      'constructor',
    ]);
  });

  it('shows each figure with its change, one click from its query', () => {
    const body = bodyOf(input(FACTS), 'figures');

    expect(rowsOf(body).slice(0, 3)).toEqual([
      ['Figure', 'Now', 'Change since 2012-W28'],
      ['Open', '10', '+6'],
      ['Overdue', '4', '0'],
    ]);
    expect(hrefs(body)).toContain('https://x.example/issues/?jql=project%20%3D%20%22P%22');
  });

  it('says how many items due next week it does not list', () => {
    expect(bodyOf(input(FACTS), 'next').map(textOf).at(-1)).toBe('All 2 due next week.');
  });

  it('names the sections that people have taken over', () => {
    const kept = (...keys: string[]) => input(FACTS, undefined, { kept: keys });

    expect(bodyOf(kept('milestones'), 'status').map(textOf)).toContain('Milestones: now Beta 2012-08-10.');
    expect(bodyOf(kept('status', 'overdue'), 'figures').map(textOf)).toContain(
      'Overall status: now red.Overdue, by owner: now 4 overdue.',
    );
  });

  it('is the same an hour later, but for the time', () => {
    const [now, later] = [input(FACTS), input(FACTS, '2012-07-20T14:00:00Z')].map(sectionsOf);

    expect(later?.map(({ basis }) => basis)).toEqual(now?.map(({ basis }) => basis));
    expect(later?.[0]?.body).not.toEqual(now?.[0]?.body);
  });

  it('has a title that a search finds and that fits', () => {
    expect(titleOf({ key: 'P', name: 'Plan B' }, WEEK)).toBe('P weekly status 2012-W29: Plan B');
    expect(titleOf({ key: 'P', name: 'P' }, WEEK)).toBe('P weekly status 2012-W29');
    expect(titleOf({ key: 'P', name: 'P' }, { label: '2012-W29-30' })).toBe(
      'P fortnightly status 2012-W29-30',
    );
    expect(titleOf({ key: 'P', name: 'P' }, { label: '2012-07' })).toBe('P monthly status 2012-07');
    expect(titleOf({ key: 'P', name: 'x'.repeat(300) }, WEEK).length).toBeLessThanOrEqual(240);
  });
});

describe('the export', () => {
  it('is valid by the ADF schema and carries verdict and figures', () => {
    const { snapshot, delta } = input(FACTS);

    const doc = exportDocument({
      project: PROJECT,
      snapshot,
      delta,
      siteUrl: null,
      heat: null,
      history: [snapshot],
    });

    expect(adfProblems(JSON.parse(JSON.stringify(doc)))).toBe('');
    expect(rowsOf(doc.content)[1]).toEqual(['Open', '10', '+6']);
    expect(hrefs(doc.content)).toContain('/issues/?jql=project%20%3D%20%22P%22');
  });

  it('says why where there is nothing to export', () => {
    expect(adfProblems(emptyExport('No status was published yet.'))).toBe('');
  });
});
