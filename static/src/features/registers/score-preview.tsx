import { useFormState } from '@atlaskit/form';
import type { RegisterView } from '../../api/contract';
import { t } from '../../shared/i18n';
import type { FormValues } from './form-values';
import { Score } from './lozenges';
import { rated, type Rating } from './scores';

/** What the ratings of a group come to while they are being chosen. */
export function ScorePreview(props: {
  readonly register: RegisterView;
  readonly ratings: readonly Rating[];
}) {
  const values = useFormState<FormValues>()?.values ?? {};
  return (
    <div className="dk-score-preview" role="status">
      {props.ratings.map((rating) => (
        <OneRating key={rating.key} register={props.register} rating={rating} values={values} />
      ))}
    </div>
  );
}

function OneRating(props: {
  readonly register: RegisterView;
  readonly rating: Rating;
  readonly values: FormValues;
}) {
  const { register, rating } = props;
  const result = rated(register, rating, props.values);
  if (result === null) return null;
  const { score, isAboveAppetite, reviewEvery } = result;
  // Reviews and escalation go by how the record stands now.
  const isCurrent = rating.key === 'inherent';
  return (
    <p className="dk-row">
      <span>{t('registers.score.of', { rating: rating.label })}</span>
      <Score register={register} score={score} />
      {isCurrent && isAboveAppetite && (
        <span>{t('registers.score.aboveAppetite', { appetite: register.appetite ?? 0 })}</span>
      )}
      {isCurrent && reviewEvery !== null && register.reviewField !== null && (
        <span className="dk-subtle">{t('registers.score.reviewEvery', { days: reviewEvery })}</span>
      )}
    </p>
  );
}
