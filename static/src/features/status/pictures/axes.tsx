import { labelled, type Plane } from './layout';

/** Lines across with their values at the left, and the reports along the foot. */
export function Axes(props: {
  readonly plane: Plane;
  readonly marks: readonly { readonly at: number; readonly words: string }[];
  readonly labels: readonly string[];
  readonly xOf: (index: number) => number;
}) {
  const { plane, marks, labels, xOf } = props;
  const written = labelled(labels.length, 8);
  return (
    <g className="dk-axes">
      {marks.map(({ at, words }) => (
        <g key={words}>
          <line x1={plane.left} x2={plane.width - plane.right} y1={at} y2={at} />
          <text x={plane.left - 6} y={at + 4} textAnchor="end">
            {words}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        written.has(index) ? (
          <text
            key={label}
            x={xOf(index)}
            y={plane.height - 8}
            textAnchor={index === labels.length - 1 ? 'end' : 'middle'}
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}
