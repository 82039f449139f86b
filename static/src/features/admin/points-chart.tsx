import { useState } from 'react';
import { ChoiceGroup } from '../../shared/choice-group';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import type { Health } from './admin-page';
import { lastHours } from './hours';

const WIDTH = 720;
const HEIGHT = 120;
/** Of the smallest bar: a few points of thousands can still be seen. */
const LEAST = 2;
/** Above the highest line, so that it is not cut in half. */
const HEADROOM = 1.05;

/** Points by hour against the hourly budget, as a picture and as a table. */
export function PointsChart({ points, now }: Pick<Health, 'points' | 'now'>) {
  const [period, setPeriod] = useState<'day' | 'week'>('day');
  const format = useFormat();
  const hours = lastHours(points.hours, now, period === 'day' ? 24 : 7 * 24);
  const most = Math.max(...hours.map((hour) => hour.points));
  const top = Math.max(most, points.budget) * HEADROOM;
  const step = WIDTH / hours.length;
  const tall = (value: number) => (value / top) * HEIGHT;
  const barOf = (value: number) => (value === 0 ? 0 : Math.max(LEAST, tall(value)));
  const budgetAt = HEIGHT - tall(points.budget);
  const used = hours.filter((hour) => hour.points > 0);
  return (
    <>
      <p>
        {t('admin.points.used', {
          used: format.number(points.used),
          budget: format.number(points.budget),
        })}
      </p>
      <ChoiceGroup
        path="period"
        legend={t('admin.points.period')}
        value={period}
        options={{ day: t('admin.points.day'), week: t('admin.points.week') }}
        onChange={setPeriod}
      />
      {used.length === 0 ? (
        <p className="dk-subtle">{t('admin.points.none')}</p>
      ) : (
        <>
          <svg
            className="dk-points"
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('admin.points.chart', {
              budget: format.number(points.budget),
              most: format.number(most),
            })}
          >
            {hours.map((hour, n) => (
              <rect
                key={hour.hour}
                x={n * step}
                y={HEIGHT - barOf(hour.points)}
                width={Math.max(step - 1, 1)}
                height={barOf(hour.points)}
              />
            ))}
            <line x1={0} x2={WIDTH} y1={budgetAt} y2={budgetAt} />
          </svg>
          <details>
            <summary>{t('admin.points.table')}</summary>
            <table className="dk-compare">
              <thead>
                <tr>
                  <th scope="col">{t('admin.points.hour')}</th>
                  <th scope="col">{t('admin.points.title')}</th>
                </tr>
              </thead>
              <tbody>
                {used.map((hour) => (
                  <tr key={hour.hour}>
                    <th scope="row">{format.instant(`${hour.hour}:00:00Z`)}</th>
                    <td>{format.number(hour.points)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </>
  );
}
