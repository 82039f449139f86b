import Textfield from '@atlaskit/textfield';
import { PartError } from '../../shared/field';
import { useFieldError } from '../../shared/form-errors';
import { t } from '../../shared/i18n';
import { MEASURES, type BandsInput, type Measure } from './tolerances-form';

/** From where on each measure is amber and red. */
export function TolerancesEditor(props: {
  readonly bands: BandsInput;
  readonly onChange: (bands: BandsInput) => void;
}) {
  const { bands, onChange } = props;
  return (
    <section>
      <p className="dk-subtle">
        {t('reporting.tolerances.intro')} {t('reporting.tolerances.asBands')}
      </p>
      <table className="dk-compare">
        <thead>
          <tr>
            {[
              t('reporting.tolerances.measure'),
              t('reporting.tolerances.amber'),
              t('reporting.tolerances.red'),
            ].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <MeasureRow
              key={measure}
              measure={measure}
              band={bands[measure]}
              onChange={(band) => onChange({ ...bands, [measure]: band })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Band = BandsInput[Measure];

function MeasureRow(props: {
  readonly measure: Measure;
  readonly band: Band;
  readonly onChange: (band: Band) => void;
}) {
  const { measure, band, onChange } = props;
  const path = `tolerances.${measure}`;
  const isInvalid = useFieldError(path) !== undefined;
  const box = (end: keyof Band, title: string) => (
    <Textfield
      inputMode="decimal"
      width="xsmall"
      isInvalid={isInvalid}
      aria-label={`${t(`reporting.tolerances.bands.${measure}`)}: ${title}`}
      value={band[end]}
      onChange={(event) => onChange({ ...band, [end]: event.currentTarget.value })}
    />
  );
  return (
    <tr>
      <th scope="row">
        {t(`reporting.tolerances.bands.${measure}`)}
        <PartError path={path} />
      </th>
      <td>{box('amber', t('reporting.tolerances.amber'))}</td>
      <td>{box('red', t('reporting.tolerances.red'))}</td>
    </tr>
  );
}
