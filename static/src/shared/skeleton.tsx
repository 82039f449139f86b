import { t } from './i18n';

/** What is coming: lines of text, a table, or cards side by side. */
export type Shape = 'list' | 'table' | 'cards';

const PIECES: Readonly<Record<Shape, number>> = { list: 6, table: 9, cards: 4 };

/** Holds the place of what is on its way, in the shape that it will have. */
export function Skeleton(props: { readonly what: string; readonly shape?: Shape }) {
  const shape = props.shape ?? 'list';
  return (
    <div className={`dk-skeleton dk-skeleton-${shape}`} role="status">
      <span className="dk-hidden">{t('shared.loading', { what: props.what })}</span>
      {Array.from({ length: PIECES[shape] }, (_, index) => (
        <span key={index} className="dk-bone" />
      ))}
    </div>
  );
}
