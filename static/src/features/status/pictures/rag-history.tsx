import type { StatusPoint } from '../../../api/contract';
import { across, labelled, PLANE } from './layout';
import { text } from './messages';
import { Picture } from './picture';

const ROW = 26;
const LETTERS = { green: 'G', amber: 'A', red: 'R' } as const;

/** The colour of each dimension, report by report; the letter says it without colour. */
export function RagHistory({ history }: { readonly history: readonly StatusPoint[] }) {
  const names = [text.rag.overall, ...(history.at(-1)?.dimensions ?? []).map(({ dimension }) => dimension)];
  const rows = names.map((_name, row) =>
    history.map((point) => (row === 0 ? point.rag : (point.dimensions[row - 1]?.rag ?? null))),
  );
  const plane = { ...PLANE, left: 96, height: names.length * ROW + 40 };
  const xOf = across({ ...plane, right: 28 }, history.length);
  const width = Math.min(48, (plane.width - plane.left) / Math.max(1, history.length) - 2);
  const written = labelled(history.length, 7);
  const words = (colour: StatusPoint['rag'] | null) =>
    colour === null ? text.rag.unknown : text.rag[colour];
  return (
    <Picture
      title={text.rag.title}
      summary={text.rag.summary}
      size={plane}
      legend={(['green', 'amber', 'red'] as const).map((colour) => ({
        name: `${LETTERS[colour]} ${text.rag[colour]}`,
        className: `dk-fill-${colour}`,
      }))}
      columns={[text.report, ...names]}
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
                {colour === null ? '–' : LETTERS[colour]}
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
