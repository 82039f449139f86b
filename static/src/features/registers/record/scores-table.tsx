import type { RecordView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { Score } from '../lozenges';
import { levelText } from '../heat-map/heat-cells';
import { rated } from '../scores';

/** Each rating with its two steps and what they come to. */
export function ScoresTable(props: { readonly register: RegisterView; readonly record: RecordView }) {
  const { register, record } = props;
  const { axes, scales } = register;
  const rows = register.ratings.flatMap((rating) => {
    const result = rated(register, rating, record.values);
    if (result === null) return [];
    const impact = Math.max(...rating.impact.map((key) => Number(record.values[key] ?? 0)));
    return [{ rating, result, probability: Number(record.values[rating.probability]), impact }];
  });
  if (rows.length === 0 || axes === null) return null;
  return (
    <section className="dk-section" aria-label={t('registers.record.scores.title')}>
      <h3>{t('registers.record.scores.title')}</h3>
      <div className="dk-table">
        <table className="dk-compare">
          <thead>
            <tr>
              <th scope="col">{t('registers.record.scores.rating')}</th>
              <th scope="col">{axes.probability}</th>
              <th scope="col">{axes.impact}</th>
              <th scope="col">{t('registers.record.scores.score')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rating, result, probability, impact }) => (
              <tr key={rating.key}>
                <th scope="row">{rating.label}</th>
                <td>{levelText(scales.probability, probability)}</td>
                <td>{levelText(scales.impact, impact)}</td>
                <td>
                  <Score register={register} score={result.score} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
