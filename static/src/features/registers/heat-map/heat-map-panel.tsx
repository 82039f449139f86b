import { useMemo, useState } from 'react';
import type { RecordView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { thingsOf } from '../register-words';
import { cellCondition, heatCells, placeOf } from './heat-cells';
import { HeatMap } from './heat-map';

/** The heat map with its switch between ratings, and what its signs mean. */
export function HeatMapPanel(props: {
  readonly register: RegisterView;
  /** What the table would show without a field chosen here. */
  readonly records: readonly RecordView[];
  readonly chosen: (condition: string) => readonly string[];
  readonly onChoose: (condition: string, value: string) => void;
}) {
  const { register, records } = props;
  const [ratingKey, setRatingKey] = useState(register.ratings[0]?.key);
  const rating = register.ratings.find(({ key }) => key === ratingKey) ?? register.ratings[0];
  const cells = useMemo(
    () => (rating === undefined ? [] : heatCells(register, records, rating)),
    [register, records, rating],
  );
  if (rating === undefined) return null;
  const condition = cellCondition(rating);
  const unplaced = records.filter((record) => placeOf(record, rating) === null).length;
  const hasMoves = cells.some((row) => row.some(({ up, down }) => up > 0 || down > 0));
  return (
    <section className="dk-heat-panel" aria-label={t('registers.table.map.title')}>
      <div className="dk-toolbar">
        <h2>{t('registers.table.map.title')}</h2>
        {register.ratings.length > 1 && (
          <div className="dk-segments" role="group" aria-label={t('registers.table.map.rating')}>
            {register.ratings.map(({ key, label }) => (
              <button
                key={key}
                type="button"
                className="dk-segment"
                aria-pressed={key === rating.key}
                onClick={() => setRatingKey(key)}
              >
                {label}
              </button>
            ))}
          </div>
        )}
      </div>
      <HeatMap
        register={register}
        rating={rating}
        cells={cells}
        chosen={props.chosen(condition)}
        onChoose={(value) => props.onChoose(condition, value)}
      />
      <p className="dk-subtle dk-small">
        {unplaced > 0 && (
          <span>
            {t('registers.table.map.unplaced', {
              count: thingsOf(register, unplaced),
            })}{' '}
          </span>
        )}
        {hasMoves && <span>{t('registers.table.map.arrows')}. </span>}
        {t('registers.table.map.help')}
      </p>
    </section>
  );
}
