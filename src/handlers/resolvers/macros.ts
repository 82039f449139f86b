import type { Deps } from '../../compose';
import { macros as contract } from '../../contract';
import { CommitmentsMacro, RegisterMacro } from '../../contract/macro-config';
import { jqlUrl } from '../../domain/status';
import type { ProjectFacts } from '../../ports/issues';
import { readCommitments } from '../../usecases/macros/read-commitments';
import { type Excerpt, readExcerpt } from '../../usecases/macros/read-register';
import { registersOf } from '../../usecases/registers/register-of';
import { macroProject } from '../macro-project';
import type { Place } from '../place';
import { defineAnswer } from '../resolver';
import { commitmentView } from './commitment-view';
import { itemDeps } from './commitments';
import { heatView } from './heat-view';
import { peopleIn, recordView } from './registers/record-view';
import { registerView } from './registers/register-view';

/** Excerpts of registers are read with the rights of whoever looks. */
export const excerptDeps = ({ user, copies, registerSettings, snapshots }: Deps) => ({
  facts: user.facts,
  copies,
  registerSettings,
  snapshots,
});

/** The names of the people whom a table of these columns shows. */
export const namesIn = ({ user }: Deps, { register, columns, entries }: Excerpt) => {
  const isShown = columns.some((key) => ['person', 'people'].includes(register.fields[key]?.kind ?? ''));
  return isShown ? user.people.names(entries.flatMap(({ record }) => peopleIn(register, record))) : {};
};

/** What the commitments macro shows to this person, of a project that they may browse. */
export async function commitmentExcerpt(
  deps: Deps,
  project: Pick<ProjectFacts, 'id'>,
  asked: CommitmentsMacro,
  accountId: string,
) {
  const whose = asked.whose === 'me' ? accountId : null;
  const excerpt = await readCommitments(itemDeps(deps), project.id, { ...asked, accountId: whose });
  return excerpt && { ...excerpt, owners: asked.owners === 'yes' ? excerpt.owners : [] };
}

const NO_COMMITMENTS = { parts: [], owners: [], isWhole: true, unseen: [] };

export const macros = [
  defineAnswer(contract.commitments, async (deps, _request, place: Place) => {
    const asked = CommitmentsMacro.parse(place.config);
    const project = await macroProject(deps, asked.projectKey);
    const excerpt = await commitmentExcerpt(deps, project, asked, place.accountId);
    const { parts, owners, isWhole, unseen } = excerpt ?? NO_COMMITMENTS;
    const people = [
      ...owners.map(({ owner }) => owner),
      ...parts.flatMap(({ rows }) => rows.map(({ commitment }) => commitment.owner)),
    ];
    return {
      project: { key: project.key, name: project.name },
      enabled: excerpt !== null,
      asOf: deps.clock.now().toISOString(),
      whose: asked.whose,
      parts: parts.map(({ part, rows, count }) => ({
        part,
        count,
        rows: rows.map((row) => commitmentView(row, { place, canEdit: false })),
      })),
      owners: owners.map(({ owner, open, late }) => ({ owner: owner?.accountId ?? null, open, late })),
      names: Object.fromEntries(
        people.flatMap((person) => (person ? [[person.accountId, person.displayName]] : [])),
      ),
      isWhole,
      unseen: [...unseen],
    };
  }),
  defineAnswer(contract.register, async (deps, _request, place: Place) => {
    const asked = RegisterMacro.parse(place.config);
    const project = await macroProject(deps, asked.projectKey);
    const [excerpt, settings] = await Promise.all([
      readExcerpt(excerptDeps(deps), project, asked),
      deps.projects.get(project.id),
    ]);
    const { register, band, columns, entries, heat, marks, jql, read, total, unreadable } = excerpt;
    const asOf = deps.clock.now().toISOString();
    const viewer = { register, place, canEdit: false, marks };
    return {
      project: { key: project.key, name: project.name },
      enabled: settings?.enabled ?? false,
      asOf,
      register: registerView(register),
      view: asked.view,
      filter: asked.filter,
      band,
      columns: [...columns],
      records: entries.map((entry) => recordView(entry, viewer)),
      names: await namesIn(deps, excerpt),
      heat: heat && heatView({ ...heat, asOf, before: null }),
      url: jqlUrl(place.siteUrl, jql),
      read,
      total,
      unreadable,
    };
  }),
  defineAnswer(contract.projects, async (deps, { query }) => {
    const found = await deps.user.projects.find(query.trim());
    return { projects: found.map(({ key, name }) => ({ key, name })) };
  }),
  defineAnswer(contract.choices, async (deps, { projectKey }) => {
    const project = await macroProject(deps, projectKey.trim());
    const [settings, registers] = await Promise.all([
      deps.projects.get(project.id),
      registersOf(deps.registerSettings, project.id),
    ]);
    return {
      project: { key: project.key, name: project.name },
      enabled: settings?.enabled ?? false,
      asOf: deps.clock.now().toISOString(),
      registers: registers.map(registerView),
    };
  }),
];
