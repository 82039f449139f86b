import type { StatusPoint } from '../../../api/contract';
import { across, labelled, PLANE } from './layout';
import { t } from '../../../shared/i18n';
import { Picture } from './picture';

const ROW = 26;

/** The colour of each dimension, report by report; the letter says it without colour. */
export function RagHistory({ history }: { readonly history: readonly StatusPoint[] }) {
  const names = [
    t('status.pictures.rag.overall'),
    ...(history.at(-1)?.dimensions ?? []).map(({ dimension }) =>
      t(`status.pictures.dimensions.${dimension}`),
    ),
  ];
  const rows = names.map((_name, row) =>
    history.map((point) => (row === 0 ? point.rag : (point.dimensions[row - 1]?.rag ?? null))),
  );
  const plane = { ...PLANE, left: 96, height: names.length * ROW + 40 };
  const xOf = across({ ...plane, right: 28 }, history.length);
  const width = Math.min(48, (plane.width - plane.left) / Math.max(1, history.length) - 2);
  const written = labelled(history.length, 7);
  const words = (colour: StatusPoint['rag'] | null) =>
    colour === null ? t('reports.noColour') : t(`reports.colours.${colour}`);
  return (
    <Picture
      title={t('status.pictures.rag.title')}
      summary={t('status.pictures.rag.summary')}
      size={plane}
      legend={(['green', 'amber', 'red'] as const).map((colour) => ({
        name: `${t(`status.pictures.letters.${colour}`)} ${t(`reports.colours.${colour}`)}`,
        className: `dk-fill-${colour}`,
      }))}
      columns={[t('status.pictures.report'), ...names]}
      rows={history.map(({ label }, index) => [label, ...rows.map((row) => words(row[index] ?? null))])}
    >
      {names.map((name, row) => (
        <g key={name}>
          <text className="dk-name" x={0} y={row * ROW + 22}>
            {name}
          </text>
          {rows[row]?.map((colour, index) => (
            <g key={history[index]?.label}>
              <rect
                className={`dk-fill-${colour ?? 'none'}`}
                x={xOf(index) - width / 2}
                y={row * ROW + 6}
                width={width}
                height={ROW - 4}
                rx={3}
              />
              <text className="dk-on-fill" x={xOf(index)} y={row * ROW + 22} textAnchor="middle">
                {colour === null ? '–' : t(`status.pictures.letters.${colour}`)}
              </text>
            </g>
          ))}
        </g>
      ))}
      <g className="dk-axes">
        {history.map(({ label }, index) =>
          written.has(index) ? (
            <text key={label} x={xOf(index)} y={plane.height - 8} textAnchor="middle">
              {label}
            </text>
          ) : null,
        )}
      </g>
    </Picture>
  );
}
