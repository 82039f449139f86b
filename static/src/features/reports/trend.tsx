import { useFormat } from '../../shared/viewer';
import { text } from './messages';

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 3;

/** The course of one figure; the table beside it holds the numbers. */
export function Trend(props: { readonly title: string; readonly values: readonly number[] }) {
  const { values } = props;
  const format = useFormat();
  const [first, last] = [values.at(0), values.at(-1)];
  if (first === undefined || last === undefined || values.length < 2) return null;
  return (
    <figure className="dk-trend">
      <figcaption>{text.earlier.trend(props.title, format.number(first), format.number(last))}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <polyline points={pointsOf(values)} fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </figure>
  );
}

/** From zero up, so that a small change does not look like a large one. */
function pointsOf(values: readonly number[]): string {
  const highest = Math.max(1, ...values);
  const step = (WIDTH - 2 * EDGE) / (values.length - 1);
  return values
    .map((value, at) => `${EDGE + at * step},${HEIGHT - EDGE - (value / highest) * (HEIGHT - 2 * EDGE)}`)
    .join(' ');
}
