import Textarea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { FieldGroup, LabelledField } from '../../shared/field';
import { countryName, weekdayName } from '../../shared/format';
import { t } from '../../shared/i18n';
import { useViewer } from '../../shared/viewer';
import type { Part } from './part';
import type { PolicyInput } from './policy-form';

/** Which days count by the policy, and at what time of day messages go out. */
export function PolicyCalendar({ input, onChange }: Part<PolicyInput>) {
  return (
    <>
      <Weekdays chosen={input.weekdays} onChange={(weekdays) => onChange({ weekdays })} />
      <LabelledField
        path="policy.deliveryTime"
        label={t('settings.deliveryTime.label')}
        help={t('settings.deliveryTime.help')}
      >
        {(control) => (
          <Textfield
            {...control}
            type="time"
            width="small"
            value={input.deliveryTime}
            onChange={(event) => onChange({ deliveryTime: event.currentTarget.value })}
          />
        )}
      </LabelledField>
      <Country value={input.country} onChange={(country) => onChange({ country })} />
    </>
  );
}

/** Days off, one a line. */
export function HolidaysField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <LabelledField path="holidays" label={t('settings.holidays.label')} help={t('settings.holidays.help')}>
      {(control) => (
        <Textarea
          {...control}
          isMonospaced
          minimumRows={3}
          resize="smart"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </LabelledField>
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
    <FieldGroup
      path="policy.weekdays"
      legend={t('settings.weekdays.legend')}
      help={t('settings.weekdays.help')}
    >
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
  const help =
    name === undefined ? t('settings.country.help') : t('settings.country.named', { country: name });
  return (
    <LabelledField path="policy.holidayCountry" label={t('settings.country.label')} help={help}>
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
