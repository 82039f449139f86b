import DynamicTable from '@atlaskit/dynamic-table';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { z } from 'zod';
import { admin } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { Toned } from '../../shared/tone';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { DefaultsForm } from './defaults-form';
import { text } from './messages';

type Health = z.infer<typeof admin.read.response>;

/** Health of the app on this site: which projects use it, and what the last runs did. */
export function AdminPage() {
  const health = useCall(admin.read, {});
  const format = useFormat();
  return (
    <main className="dk-page">
      <header>
        <h1>{text.title}</h1>
        <p className="dk-subtle">{text.intro}</p>
      </header>
      <Loaded of={health} what={text.what}>
        {({ projects, runs, points, confluence }) => (
          <>
            {!confluence && (
              <SectionMessage appearance="information" title={text.noConfluence}>
                <p>{text.noConfluenceText}</p>
              </SectionMessage>
            )}
            <section className="dk-stack">
              <h2>{text.projects}</h2>
              {projects.length === 0 ? <Empty {...text.noProjects} /> : <Projects projects={projects} />}
            </section>
            <section className="dk-stack">
              <h2>{text.budget.title}</h2>
              <p>{text.budget.used(format.number(points.used), format.number(points.budget))}</p>
              <DefaultsForm onSaved={() => void health.reload()} />
            </section>
            <section className="dk-stack">
              <h2>{text.runs}</h2>
              {runs.length === 0 ? <Empty {...text.noRuns} /> : <Runs runs={runs} />}
            </section>
          </>
        )}
      </Loaded>
    </main>
  );
}

function Projects(props: { readonly projects: Health['projects'] }) {
  const format = useFormat();
  const { columns } = text;
  return (
    <div className="dk-table">
      <DynamicTable
        label={text.projects}
        head={{
          cells: [
            { key: 'project', content: columns.project, isSortable: true },
            { key: 'state', content: columns.state, isSortable: true },
            { key: 'since', content: columns.since, isSortable: true },
          ],
        }}
        rows={props.projects.map((project) => ({
          key: project.id,
          cells: [
            {
              key: project.key ?? project.id,
              content: `${project.name ?? ''} (${project.key ?? project.id})`,
            },
            {
              key: project.enabled ? 0 : 1,
              content: (
                <Toned tone={project.enabled ? 'success' : 'neutral'}>
                  {project.enabled ? text.on : text.off}
                </Toned>
              ),
            },
            {
              key: project.switchedOnAt ?? '',
              content:
                project.switchedOnAt === null ? t('shared.none') : format.instant(project.switchedOnAt),
            },
          ],
        }))}
        rowsPerPage={25}
      />
    </div>
  );
}

function Runs(props: { readonly runs: Health['runs'] }) {
  const format = useFormat();
  const { columns } = text;
  const head = ['job', 'project', 'at', 'outcome', 'calls', 'points', 'sent'] as const;
  return (
    <div className="dk-table">
      <DynamicTable
        label={text.runs}
        head={{
          cells: [
            ...head.map((key) => ({ key, content: columns[key], isSortable: true })),
            { key: 'note', content: columns.note },
          ],
        }}
        rows={props.runs.map((run) => ({
          key: `${run.job} ${run.project ?? ''} ${run.at}`,
          cells: [
            { key: run.job, content: run.job },
            { key: run.project ?? '', content: run.project ?? '' },
            { key: run.at, content: format.instant(run.at) },
            { key: run.state, content: run.state },
            ...[run.calls, run.points, run.sent].map((figure) => ({
              key: figure,
              content: format.number(figure),
            })),
            { key: run.note, content: run.note },
          ],
        }))}
        rowsPerPage={25}
      />
    </div>
  );
}
