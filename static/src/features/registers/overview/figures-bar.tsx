import type { ReactNode } from 'react';
import { inSentence, t } from '../../../shared/i18n';
import { Toned } from '../../../shared/tone';
import { useFormat } from '../../../shared/viewer';
import type { Figures } from './figures';

/** The register's figures; each that stands for some of the records shows these in the table. */
export function FiguresBar(props: {
  readonly figures: Figures;
  readonly onBand: (label: string) => void;
  readonly onAboveAppetite: () => void;
  readonly onReviewsOverdue: () => void;
}) {
  const { figures } = props;
  const { number } = useFormat();
  return (
    <dl className="dk-figure-bar" aria-label={t('registers.table.figures.label')}>
      <Figure
        label={t('registers.table.figures.open')}
        value={number(figures.open)}
        more={t('registers.table.figures.total', { total: number(figures.total) })}
      />
      {figures.byBand.map(({ label, tone, count }) => (
        <Figure
          key={label}
          label={<Toned tone={tone}>{label}</Toned>}
          name={label}
          value={number(count)}
          onShow={() => props.onBand(label)}
        />
      ))}
      {figures.exposure !== null && (
        <Figure
          label={t('registers.table.figures.exposure')}
          value={number(figures.exposure)}
          more={t('registers.table.figures.exposureHelp')}
        />
      )}
      {figures.aboveAppetite !== null && (
        <Figure
          label={t('registers.table.figures.aboveAppetite')}
          value={number(figures.aboveAppetite)}
          onShow={props.onAboveAppetite}
        />
      )}
      {figures.reviewsOverdue !== null && (
        <Figure
          label={t('registers.table.figures.reviewsOverdue')}
          value={number(figures.reviewsOverdue)}
          onShow={props.onReviewsOverdue}
        />
      )}
    </dl>
  );
}

function Figure(props: {
  readonly label: ReactNode;
  /** The label in words, where it is drawn otherwise. */
  readonly name?: string;
  readonly value: string;
  readonly more?: string;
  readonly onShow?: () => void;
}) {
  const name = props.name ?? (typeof props.label === 'string' ? props.label : '');
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        {props.onShow === undefined ? (
          <span className="dk-figure">{props.value}</span>
        ) : (
          <button
            type="button"
            className="dk-figure dk-figure-button"
            aria-label={`${props.value}. ${t('registers.table.figures.show', { label: inSentence(name) })}`}
            onClick={props.onShow}
          >
            {props.value}
          </button>
        )}
        {props.more !== undefined && <span className="dk-subtle dk-small dk-figure-more"> {props.more}</span>}
      </dd>
    </div>
  );
}
