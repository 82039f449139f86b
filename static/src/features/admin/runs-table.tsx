import DynamicTable from '@atlaskit/dynamic-table';
import { t } from '../../shared/i18n';
import { sortable, tableWords } from '../../shared/table-words';
import { Toned, type Tone } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import type { Health } from './admin-page';
import { jobName, projectName } from './words';

type Run = Health['runs'][number];

const TONES = {
  claimed: 'neutral',
  queued: 'warning',
  done: 'success',
  failed: 'danger',
  missed: 'warning',
} as const satisfies Record<string, Tone>;
const isKnown = (state: string): state is keyof typeof TONES => Object.hasOwn(TONES, state);

const HEAD = ['job', 'project', 'at', 'outcome', 'took', 'sent', 'points', 'calls'] as const;
/** Percent: the names of jobs stay in one line, in longer languages too. */
const WIDTHS = {
  ...{ job: 14, project: 13, at: 14, outcome: 11, took: 8 },
  ...{ sent: 8, points: 7, calls: 7, note: 18 },
} as const;

/** The runs of a week, newest first. */
export function RunsTable({ runs }: { readonly runs: readonly Run[] }) {
  const format = useFormat();
  const outcome = (state: string) =>
    isKnown(state) ? <Toned tone={TONES[state]}>{t(`admin.states.${state}`)}</Toned> : state;
  return (
    <div className="dk-table">
      <DynamicTable
        {...tableWords()}
        label={t('admin.runs.title')}
        head={{
          cells: [
            ...HEAD.map((key) => ({
              key,
              content: t(`admin.runs.columns.${key}`),
              width: WIDTHS[key],
              ...sortable(),
            })),
            { key: 'note', content: t('admin.runs.columns.note'), width: WIDTHS.note },
          ],
        }}
        rows={runs.map((run) => ({
          key: `${run.job} ${run.project ?? ''} ${run.at}`,
          cells: [
            { key: run.job, content: jobName(run.job) },
            { key: run.project ?? '', content: projectName(run.project) },
            { key: run.at, content: format.instant(run.at) },
            { key: run.state, content: outcome(run.state) },
            {
              key: run.tookMs,
              content: t('admin.runs.seconds', { seconds: format.number(Math.round(run.tookMs / 100) / 10) }),
            },
            ...[run.sent, run.points, run.calls].map((figure) => ({
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
