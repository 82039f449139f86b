import type { StatusPoint } from '../../../api/contract';
import { useFormat } from '../../../shared/viewer';
import { Axes } from './axes';
import { across, PLANE, ticks, upwards } from './layout';
import { t } from '../../../shared/i18n';
import { Picture } from './picture';

interface Part {
  readonly name: string;
  readonly className: string;
}

interface Bar {
  readonly label: string;
  /** One value a part, from the foot up. */
  readonly values: readonly number[];
}

/** Counts that add up, one bar a report. */
function Bars(props: {
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly Part[];
  readonly bars: readonly Bar[];
}) {
  const format = useFormat();
  const { parts, bars } = props;
  const total = ({ values }: Bar): number => values.reduce((sum, value) => sum + value, 0);
  const marks = ticks(Math.max(0, ...bars.map(total)));
  const plane = { ...PLANE, right: 40 };
  const xOf = across({ ...plane, left: plane.left + 24 }, bars.length);
  const yOf = upwards(plane, marks.at(-1) ?? 1);
  const width = Math.min(40, ((plane.width - plane.left) / Math.max(1, bars.length)) * 0.7);
  return (
    <Picture
      title={props.title}
      summary={props.summary}
      size={plane}
      legend={parts}
      columns={[t('status.pictures.report'), ...parts.map(({ name }) => name)]}
      rows={bars.map(({ label, values }) => [label, ...values.map(format.number)])}
    >
      <Axes
        plane={plane}
        xOf={xOf}
        labels={bars.map(({ label }) => label)}
        marks={marks.map((value) => ({ at: yOf(value), words: format.number(value) }))}
      />
      {bars.map(({ label, values }, index) => (
        <g key={label}>
          {values.map((value, part) => {
            const below = values.slice(0, part).reduce((sum, other) => sum + other, 0);
            return (
              <rect
                key={parts[part]?.name}
                className={parts[part]?.className}
                x={xOf(index) - width / 2}
                y={yOf(below + value)}
                width={width}
                height={yOf(below) - yOf(below + value)}
              />
            );
          })}
        </g>
      ))}
    </Picture>
  );
}

/** How long overdue work has been overdue, report by report. */
export function AgeingPicture({ history }: { readonly history: readonly StatusPoint[] }) {
  return (
    <Bars
      title={t('status.pictures.ageing.title')}
      summary={t('status.pictures.ageing.summary')}
      parts={[
        { name: t('status.pictures.ageing.to5'), className: 'dk-fill-1' },
        { name: t('status.pictures.ageing.to20'), className: 'dk-fill-amber' },
        { name: t('status.pictures.ageing.over20'), className: 'dk-fill-red' },
      ]}
      bars={history.flatMap(({ label, ageing }) =>
        ageing === null ? [] : [{ label, values: [ageing.to5, ageing.to20, ageing.over20] }],
      )}
    />
  );
}

/** Open risks that are amber and red, report by report. */
export function RiskPicture({ history }: { readonly history: readonly StatusPoint[] }) {
  return (
    <Bars
      title={t('status.pictures.risks.title')}
      summary={t('status.pictures.risks.summary')}
      parts={[
        { name: t('status.pictures.risks.red'), className: 'dk-fill-red' },
        { name: t('status.pictures.risks.amber'), className: 'dk-fill-amber' },
      ]}
      bars={history.flatMap(({ label, risks }) =>
        risks === null ? [] : [{ label, values: [risks.red, Math.max(0, risks.amber - risks.red)] }],
      )}
    />
  );
}
