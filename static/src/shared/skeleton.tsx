import './skeleton.css';
import { t } from './i18n';

/** A strip of what is coming: so many pieces of a kind, below each other or side by side as the kind is. */
type Strip = readonly [kind: Kind, pieces: number];
type Kind = 'head' | 'line' | 'entry' | 'row' | 'tile' | 'panel' | 'field' | 'button' | 'step' | 'cell';

const SHAPES = {
  /** A few words. */
  lines: [['line', 3]],
  /** Groups of entries with something to do at the end of each. */
  list: [
    ['head', 1],
    ['entry', 3],
    ['head', 1],
    ['entry', 3],
  ],
  table: [
    ['head', 1],
    ['row', 8],
  ],
  /** Numbers above a table. */
  figures: [
    ['tile', 4],
    ['row', 6],
  ],
  /** Two pictures above a table with its filters. */
  board: [
    ['panel', 2],
    ['button', 6],
    ['row', 8],
  ],
  /** Pictures side by side. */
  pictures: [['panel', 4]],
  form: [
    ['field', 4],
    ['button', 1],
  ],
  /** A heading with what can be done about it, and facts below in two columns. */
  record: [
    ['head', 1],
    ['button', 3],
    ['panel', 2],
    ['line', 4],
  ],
  /** The rungs of a ladder, and what can be chosen. */
  ladder: [
    ['head', 1],
    ['step', 4],
    ['button', 2],
  ],
  /** A card of a project's status. */
  card: [
    ['head', 1],
    ['line', 2],
    ['tile', 4],
  ],
  map: [
    ['head', 1],
    ['cell', 25],
  ],
} as const satisfies Readonly<Record<string, readonly Strip[]>>;

/** What is coming looks like this. */
export type Shape = keyof typeof SHAPES;

/** Holds the place of what is on its way, in the shape that it will have. */
export function Skeleton(props: { readonly what: string; readonly shape: Shape }) {
  return (
    <div className="dk-skeleton" role="status" data-shape={props.shape}>
      <span className="dk-hidden">{t('shared.loading', { what: props.what })}</span>
      {SHAPES[props.shape].map(([kind, pieces], at) => (
        <div key={at} className={`dk-strip dk-strip-${kind}`}>
          {Array.from({ length: pieces }, (_, piece) => (
            <span key={piece} className="dk-bone" />
          ))}
        </div>
      ))}
    </div>
  );
}
