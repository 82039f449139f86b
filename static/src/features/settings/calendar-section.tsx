import Select from '@atlaskit/select/select';
import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { FieldGroup, LabelledField } from '../../shared/field';
import { countryName, weekdayName } from '../../shared/format';
import { useViewer } from '../../shared/viewer';
import { text } from './messages';
import type { Part } from './part';
import type { PolicyInput } from './policy-form';
import type { SettingsInput } from './settings-form';

/** Which days count, and at what time of day messages go out. */
export function CalendarSection({ input, onChange }: Part<SettingsInput>) {
  const { policy } = input;
  const onPolicy = (change: Partial<PolicyInput>) => onChange({ policy: { ...policy, ...change } });
  return (
    <section className="dk-section">
      <h2>{text.sections.calendar}</h2>
      <Weekdays chosen={policy.weekdays} onChange={(weekdays) => onPolicy({ weekdays })} />
      <LabelledField path="policy.deliveryTime" label={text.deliveryTime.label} help={text.deliveryTime.help}>
        {(control) => (
          <Textfield
            {...control}
            type="time"
            width="small"
            value={policy.deliveryTime}
            onChange={(event) => onPolicy({ deliveryTime: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <Country value={policy.country} onChange={(country) => onPolicy({ country })} />
      <LabelledField path="holidays" label={text.holidays.label} help={text.holidays.help}>
        {(control) => (
          <Textarea
            {...control}
            isMonospaced
            minimumRows={3}
            resize="smart"
            value={input.holidays}
            onChange={(event) => onChange({ holidays: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <Zone value={input.zone} onChange={(zone) => onChange({ zone })} />
    </section>
  );
}

function Weekdays(props: {
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}) {
  const { locale } = useViewer();
  const { chosen, onChange } = props;
  const toggle = (day: number) =>
    onChange(chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day]);
  return (
    <FieldGroup path="policy.weekdays" legend={text.weekdays.legend} help={text.weekdays.help}>
      <div className="dk-row">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label key={day} className="dk-choice">
            <input type="checkbox" checked={chosen.includes(day)} onChange={() => toggle(day)} />
            <span>{weekdayName(locale, day)}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

function Country(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { locale } = useViewer();
  const name = placeName(locale, props.value);
  const help = name === undefined ? text.country.help : text.country.named(name);
  return (
    <LabelledField path="policy.holidayCountry" label={text.country.label} help={help}>
      {(control) => (
        <Textfield
          {...control}
          width="small"
          maxLength={13}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </LabelledField>
  );
}

/** @returns The country's name with its region's code, or nothing where no country has the code. */
function placeName(locale: string, written: string): string | undefined {
  const [country = '', ...regions] = written.trim().toUpperCase().split('-');
  const name = countryName(locale, country);
  return regions.length === 0 || name === undefined ? name : `${name} (${regions.join('-')})`;
}

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

function Zone(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  // A zone that this browser does not list is kept, not silently replaced.
  const known = zones.some(({ value }) => value === props.value);
  const options = known ? zones : [{ value: props.value, label: props.value }, ...zones];
  return (
    <LabelledField path="zone" label={text.zone.label} help={text.zone.help}>
      {({ id, ...control }) => (
        <Select
          {...control}
          inputId={id}
          options={options}
          value={options.find(({ value }) => value === props.value) ?? null}
          onChange={(option) => props.onChange(option?.value ?? 'UTC')}
          menuPosition="fixed"
          menuPlacement="auto"
        />
      )}
    </LabelledField>
  );
}
