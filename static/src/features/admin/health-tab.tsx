import SectionMessage from '@atlaskit/section-message/section-message';
import DynamicTable from '@atlaskit/dynamic-table';
import { openModule } from '../../api/view';
import Button from '@atlaskit/button/default/button';
import { t } from '../../shared/i18n';
import { Empty } from '../../shared/loaded';
import { sortable, tableWords } from '../../shared/table-words';
import { Toned } from '../../shared/tone';
import { askToLeave } from '../../shared/unsaved';
import { useFormat } from '../../shared/viewer';
import type { Health } from './admin-page';
import { Letters } from './letters';
import { PointsChart } from './points-chart';
import { RunsTable } from './runs-table';
import { jobName, projectName } from './words';

/** What the app did, what waits, what it cannot read, and what somebody has to do about it. */
export function HealthTab(props: { readonly health: Health; readonly onChanged: () => Promise<void> }) {
  const { health } = props;
  const isQuiet =
    health.letters.every(({ isOpen }) => !isOpen) &&
    health.waiting.length === 0 &&
    health.unread.length === 0;
  return (
    <div className="dk-stack dk-below-tabs">
      {!health.licensed && (
        <SectionMessage appearance="error" title={t('admin.noLicence.title')}>
          <p>{t('admin.noLicence.text')}</p>
        </SectionMessage>
      )}
      {!health.confluence && (
        <SectionMessage appearance="information" title={t('admin.noConfluence.title')}>
          <p>{t('admin.noConfluence.text')}</p>
        </SectionMessage>
      )}
      <section className="dk-stack">
        <h2>{t('admin.attention.title')}</h2>
        {isQuiet && <p>{t('admin.attention.none')}</p>}
        <Letters letters={health.letters} names={health.names} onChanged={props.onChanged} />
        <Waiting waiting={health.waiting} />
        <Unread unread={health.unread} />
      </section>
      <section className="dk-stack">
        <h2>{t('admin.points.title')}</h2>
        <PointsChart points={health.points} now={health.now} />
      </section>
      <section className="dk-stack">
        <h2>{t('admin.projects.title')}</h2>
        {health.projects.length === 0 ? (
          <Empty title={t('admin.projects.none.title')} text={t('admin.projects.none.text')} />
        ) : (
          <Projects projects={health.projects} />
        )}
      </section>
      <section className="dk-stack">
        <h2>{t('admin.runs.title')}</h2>
        {health.runs.length === 0 ? (
          <Empty title={t('admin.runs.none.title')} text={t('admin.runs.none.text')} />
        ) : (
          <RunsTable runs={health.runs} />
        )}
      </section>
    </div>
  );
}

function Waiting({ waiting }: Pick<Health, 'waiting'>) {
  const format = useFormat();
  if (waiting.length === 0) return null;
  return (
    <div>
      <h3>{t('admin.waiting.title')}</h3>
      <ul>
        {waiting.map(({ job, project, reason, until }) => (
          <li key={`${job} ${project ?? ''}`}>
            {t(`admin.waiting.${reason}`, {
              job: jobName(job),
              project: projectName(project),
              when: format.instant(until),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Unread({ unread }: Pick<Health, 'unread'>) {
  if (unread.length === 0) return null;
  const textOf = ({ what, project, detail }: Health['unread'][number]): string =>
    what === 'no-access'
      ? t('admin.unread.no-access', { project })
      : t(`admin.unread.${what}`, { project, detail });
  return (
    <div>
      <h3>{t('admin.unread.title')}</h3>
      <ul>
        {unread.map((one) => (
          <li key={`${one.what} ${one.project} ${one.detail}`}>
            {textOf(one)}{' '}
            {one.projectKey !== null && (
              <Button
                spacing="compact"
                appearance="subtle"
                onClick={() =>
                  askToLeave(() => void openModule(...placeOf(one.what, one.projectKey ?? '')), 'page')
                }
              >
                {t('admin.unread.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where it can be put right. */
const placeOf = (what: Health['unread'][number]['what'], key: string): [string, string, string] =>
  what === 'records' ? ['project-page', key, '/registers'] : ['project-settings', key, ''];

function Projects({ projects }: Pick<Health, 'projects'>) {
  const format = useFormat();
  const head = ['project', 'state', 'since'] as const;
  return (
    <div className="dk-table">
      <DynamicTable
        {...tableWords()}
        label={t('admin.projects.title')}
        head={{
          cells: head.map((key) => ({
            key,
            content: t(`admin.projects.columns.${key}`),
            ...sortable(),
          })),
        }}
        rows={projects.map(({ id, key, name, enabled, switchedOnAt }) => ({
          key: id,
          cells: [
            {
              key: key ?? id,
              content:
                key === null || name === null
                  ? t('admin.projects.gone', { id })
                  : t('admin.projects.named', { name, key }),
            },
            {
              key: enabled ? 0 : 1,
              content: (
                <Toned tone={enabled ? 'success' : 'neutral'}>
                  {enabled ? t('admin.projects.on') : t('admin.projects.off')}
                </Toned>
              ),
            },
            {
              key: switchedOnAt ?? '',
              content: switchedOnAt === null ? t('shared.none') : format.instant(switchedOnAt),
            },
          ],
        }))}
        rowsPerPage={25}
      />
    </div>
  );
}
