import type { HeatView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import { Picture } from './picture';

const WIDTH = 640;
const LEFT = 112;
const CELL = 46;
const FOOT = 40;

/** Open records by probability and impact, with what changed since an earlier count. */
export function HeatPicture(props: {
  readonly heat: HeatView;
  readonly title: string;
  readonly summary: string;
}) {
  const { heat } = props;
  const { scales, counts, scores, before, bands } = heat;
  const format = useFormat();
  const level = (words: readonly string[], step: number) => `${step} ${words[step - 1] ?? ''}`.trim();
  const width = (WIDTH - LEFT) / Math.max(1, scales.impact.length);
  const height = scales.probability.length * CELL + FOOT;
  const bandOf = (score: number) => bands.find(({ from }) => score >= from);
  const cellOf = (p: number, i: number) => {
    const count = counts[p]?.[i] ?? 0;
    const score = scores[p]?.[i] ?? 0;
    const change = before === null ? 0 : count - (before.counts[p]?.[i] ?? 0);
    return { count, score, change, band: bandOf(score) };
  };
  const words = (p: number, i: number): string => {
    const { count, score, change, band } = cellOf(p, i);
    const values = { count: format.number(count), band: band?.label ?? '', score: format.number(score) };
    return change === 0
      ? t('status.pictures.heat.cell', values)
      : t('status.pictures.heat.cellChanged', { ...values, change: format.change(change) });
  };
  // As people draw it: the highest probability on top.
  const steps = scales.probability.map((_, p) => p).reverse();
  return (
    <Picture
      title={props.title}
      summary={props.summary}
      size={{ width: WIDTH, height }}
      legend={bands.map(({ label, tone }) => ({ name: label, className: `dk-heat-${tone}` }))}
      columns={[heat.axes.probability, ...scales.impact.map((_, i) => level(scales.impact, i + 1))]}
      rows={steps.map((p) => [level(scales.probability, p + 1), ...scales.impact.map((_, i) => words(p, i))])}
    >
      {steps.map((p, row) => (
        <g key={p}>
          <text className="dk-name" x={0} y={row * CELL + CELL / 2 + 4}>
            {level(scales.probability, p + 1)}
          </text>
          {scales.impact.map((_, i) => {
            const { count, score, change, band } = cellOf(p, i);
            const [x, y] = [LEFT + i * width, row * CELL];
            return (
              <g key={i} className={`dk-heat-${band?.tone ?? 'neutral'}`}>
                <rect x={x + 1} y={y + 1} width={width - 2} height={CELL - 2} rx={3} />
                <text className="dk-heat-score" x={x + 7} y={y + 16}>
                  {format.number(score)}
                </text>
                {count > 0 && (
                  <text className="dk-heat-number" x={x + width / 2} y={y + CELL / 2 + 8} textAnchor="middle">
                    {format.number(count)}
                  </text>
                )}
                {change !== 0 && (
                  <text className="dk-heat-change" x={x + width - 7} y={y + 16} textAnchor="end">
                    {format.change(change)}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
      <g className="dk-axes">
        {scales.impact.map((_, i) => (
          <text key={i} x={LEFT + (i + 0.5) * width} y={height - FOOT + 18} textAnchor="middle">
            {level(scales.impact, i + 1)}
          </text>
        ))}
        <text x={WIDTH} y={height - 4} textAnchor="end">
          {`${heat.axes.impact} →`}
        </text>
        <text x={0} y={height - 4}>{`↑ ${heat.axes.probability}`}</text>
      </g>
    </Picture>
  );
}

/** How the open risks stood in the week of the report, and what changed since the report before. */
export function RiskHeat({ heat }: { readonly heat: HeatView }) {
  const format = useFormat();
  const summary = [
    t('status.pictures.heat.summary', { when: format.instant(heat.asOf) }),
    ...(heat.before === null
      ? []
      : [t('status.pictures.heat.since', { when: format.instant(heat.before.asOf) })]),
    ...(heat.unplaced === 0 ? [] : [t('status.pictures.heat.unplaced', { count: heat.unplaced })]),
  ].join(' ');
  return <HeatPicture heat={heat} title={t('status.pictures.heat.title')} summary={summary} />;
}
