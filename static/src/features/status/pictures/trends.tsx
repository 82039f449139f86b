import type { StatusPoint } from '../../../api/contract';
import { useFormat } from '../../../shared/viewer';
import { Axes } from './axes';
import { across, pathThrough, PLANE, scale, ticks, upwards } from './layout';
import { t } from '../../../shared/i18n';
import { Picture } from './picture';
import { burnUp, dayOf, milestoneLines } from './series';

interface Props {
  readonly history: readonly StatusPoint[];
}

/** What is done, and all that there is, since the first report shown. */
export function BurnUpPicture({ history }: Props) {
  const format = useFormat();
  const series = burnUp(history);
  const marks = ticks(Math.max(...series.map(({ scope }) => scope)));
  const xOf = across(PLANE, series.length);
  const yOf = upwards(PLANE, marks.at(-1) ?? 1);
  return (
    <Picture
      title={t('status.pictures.burnUp.title')}
      summary={t('status.pictures.burnUp.summary', { since: history[0]?.label ?? '' })}
      size={PLANE}
      legend={[
        { name: t('status.pictures.burnUp.scope'), className: 'dk-line-scope' },
        { name: t('status.pictures.burnUp.done'), className: 'dk-line-done' },
      ]}
      columns={[
        t('status.pictures.report'),
        t('status.pictures.burnUp.done'),
        t('status.pictures.burnUp.scope'),
      ]}
      rows={series.map(({ label, done, scope }) => [label, format.number(done), format.number(scope)])}
    >
      <Axes
        plane={PLANE}
        xOf={xOf}
        labels={series.map(({ label }) => label)}
        marks={marks.map((value) => ({ at: yOf(value), words: format.number(value) }))}
      />
      <path
        className="dk-line dk-line-scope"
        d={pathThrough(series.map(({ scope }, index) => [xOf(index), yOf(scope)]))}
      />
      <path
        className="dk-line dk-line-done"
        d={pathThrough(series.map(({ done }, index) => [xOf(index), yOf(done)]))}
      />
    </Picture>
  );
}

/** The date of each milestone as each report forecast it: a level line keeps its promise. */
export function MilestonePicture({ history }: Props) {
  const format = useFormat();
  const lines = milestoneLines(history);
  const days = lines.flatMap(({ dates }) => dates.flatMap((date) => (date === null ? [] : [dayOf(date)])));
  if (days.length === 0) return null;
  const plane = { ...PLANE, left: 96 };
  const low = Math.min(...days);
  const high = Math.max(...days);
  const xOf = across(plane, history.length);
  const yOf = scale([low, high], [plane.height - plane.bottom, plane.top]);
  const dateOf = (day: number): string =>
    format.date(new Date(Math.round(day) * 86_400_000).toISOString().slice(0, 10));
  const marks = [...new Set([low, (low + high) / 2, high])];
  return (
    <Picture
      title={t('status.pictures.milestones.title')}
      summary={t('status.pictures.milestones.summary')}
      size={plane}
      legend={lines.map(({ name }, index) => ({ name, className: `dk-line-${index + 1}` }))}
      columns={[t('status.pictures.report'), ...lines.map(({ name }) => name)]}
      rows={history.map(({ label }, index) => [
        label,
        ...lines.map(({ dates }) => (dates[index] ? format.date(dates[index]) : t('shared.none'))),
      ])}
    >
      <Axes
        plane={plane}
        xOf={xOf}
        labels={history.map(({ label }) => label)}
        marks={marks.map((day) => ({ at: yOf(day), words: dateOf(day) }))}
      />
      {lines.map(({ id, dates }, line) => (
        <g key={id}>
          <path
            className={`dk-line dk-line-${line + 1}`}
            d={pathThrough(
              dates.map((date, index) => (date === null ? null : [xOf(index), yOf(dayOf(date))])),
            )}
          />
          {dates.map((date, index) =>
            date === null ? null : (
              <circle
                key={history[index]?.label}
                className={`dk-dot dk-line-${line + 1}`}
                cx={xOf(index)}
                cy={yOf(dayOf(date))}
                r={3}
              />
            ),
          )}
        </g>
      ))}
    </Picture>
  );
}
