import Select from '@atlaskit/select/select';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { HolidaysField, PolicyCalendar } from './calendar-fields';
import type { Part } from './part';
import type { SettingsInput } from './settings-form';
import { selectWords } from '../../shared/select-words';

/** Which days count, and at what time of day messages go out. */
export function CalendarSection({ input, onChange }: Part<SettingsInput>) {
  return (
    <section className="dk-section">
      <h2>{t('settings.sections.calendar')}</h2>
      <PolicyCalendar
        input={input.policy}
        onChange={(change) => onChange({ policy: { ...input.policy, ...change } })}
      />
      <HolidaysField value={input.holidays} onChange={(holidays) => onChange({ holidays })} />
      <Zone value={input.zone} onChange={(zone) => onChange({ zone })} />
    </section>
  );
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
    <LabelledField path="zone" label={t('settings.zone.label')} help={t('settings.zone.help')}>
      {({ id, ...control }) => (
        <Select
          {...selectWords()}
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
