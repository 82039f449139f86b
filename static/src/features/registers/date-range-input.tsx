import { t } from '../../shared/i18n';
import type { DateRange } from '../../shared/table/filter';

/** Two dates, both of which may be left open. The browser's own date input: it is small, and knows every keyboard. */
export function DateRangeInput(props: {
  readonly legend: string;
  readonly range: DateRange;
  readonly onChange: (range: DateRange) => void;
}) {
  const { range } = props;
  const end = (name: 'from' | 'to') => (
    <label className="dk-labelled">
      <span className="dk-subtle">{t(`registers.table.filter.${name}`)}</span>
      <input
        type="date"
        className="dk-input"
        value={range[name] ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { [name]: _before, ...other } = range;
          props.onChange(value === '' ? other : { ...other, [name]: value });
        }}
      />
    </label>
  );
  return (
    <fieldset className="dk-group">
      <legend>{props.legend}</legend>
      {end('from')}
      {end('to')}
    </fieldset>
  );
}
