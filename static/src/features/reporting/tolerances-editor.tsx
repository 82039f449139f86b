import Textfield from '@atlaskit/textfield';
import { PartError } from '../../shared/field';
import { useFieldError } from '../../shared/form-errors';
import { text } from './messages';
import { MEASURES, type BandsInput, type Measure } from './tolerances-form';

/** From where on each measure is amber and red. */
export function TolerancesEditor(props: {
  readonly bands: BandsInput;
  readonly onChange: (bands: BandsInput) => void;
}) {
  const { bands, onChange } = props;
  const { tolerances } = text;
  return (
    <section>
      <p className="dk-subtle">
        {tolerances.intro} {tolerances.asBands}
      </p>
      <table className="dk-compare">
        <thead>
          <tr>
            {[tolerances.measure, tolerances.amber, tolerances.red].map((title) => (
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
      aria-label={`${text.tolerances.bands[measure]}: ${title}`}
      value={band[end]}
      onChange={(event) => onChange({ ...band, [end]: event.currentTarget.value })}
    />
  );
  return (
    <tr>
      <th scope="row">
        {text.tolerances.bands[measure]}
        <PartError path={path} />
      </th>
      <td>{box('amber', text.tolerances.amber)}</td>
      <td>{box('red', text.tolerances.red)}</td>
    </tr>
  );
}
