import Select from '@atlaskit/select/select';
import Textfield from '@atlaskit/textfield';
import { reporting, type ReportingShape } from '../../api/contract';
import { ChoiceGroup } from '../../shared/choice-group';
import { DateInput } from '../../shared/date-input';
import { FieldGroup, LabelledField } from '../../shared/field';
import { weekdayName } from '../../shared/format';
import { t } from '../../shared/i18n';
import { useCall } from '../../shared/use-call';
import { useFormat, useViewer } from '../../shared/viewer';
import { selectWords } from '../../shared/select-words';

type Calendar = ReportingShape['calendar'];
type Step = 'ask' | 'cutOff' | 'publish';

const STEPS: readonly Step[] = ['ask', 'cutOff', 'publish'];

/** When the steps of a report are due, with the dates that this comes to. */
export function CalendarEditor(props: {
  readonly calendar: Calendar;
  readonly zone: string;
  readonly onChange: (calendar: Calendar) => void;
}) {
  const { calendar, zone, onChange } = props;
  const change = (part: Partial<Calendar>) => onChange({ ...calendar, ...part });
  return (
    <section className="dk-section">
      <h3>{t('reporting.calendar.title')}</h3>
      <ChoiceGroup
        path="calendar.cadence"
        legend={t('reporting.calendar.cadence')}
        options={{
          weekly: t('reporting.calendar.cadences.weekly'),
          fortnightly: t('reporting.calendar.cadences.fortnightly'),
          monthly: t('reporting.calendar.cadences.monthly'),
        }}
        value={calendar.cadence}
        onChange={(cadence) => change({ cadence })}
      />
      {calendar.cadence === 'fortnightly' && (
        <LabelledField path="calendar.anchor" label={t('reporting.calendar.anchor')}>
          {(control) => (
            <DateInput
              control={control}
              label={t('reporting.calendar.anchor')}
              value={calendar.anchor}
              onChange={(anchor) => change({ anchor })}
            />
          )}
        </LabelledField>
      )}
      {STEPS.map((step) => (
        <MomentField
          key={step}
          step={step}
          moment={calendar[step]}
          onChange={(moment) => change({ [step]: moment })}
        />
      ))}
      <p className="dk-subtle">{t('reporting.calendar.clock', { zone })}</p>
      <Coming calendar={calendar} />
    </section>
  );
}

function MomentField(props: {
  readonly step: Step;
  readonly moment: Calendar['ask'];
  readonly onChange: (moment: Calendar['ask']) => void;
}) {
  const { step, moment, onChange } = props;
  const { locale } = useViewer();
  const days = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, label: weekdayName(locale, value) }));
  const name = t(`reporting.calendar.${step}`);
  return (
    <FieldGroup path={`calendar.${step}`} legend={name} help={t(`reporting.calendar.help.${step}`)}>
      <div className="dk-row">
        <div className="dk-sentence-wide">
          <Select
            {...selectWords()}
            aria-label={t('reporting.calendar.weekday', { of: name })}
            options={days}
            value={days.find(({ value }) => value === moment.weekday) ?? null}
            onChange={(option) => onChange({ ...moment, weekday: option?.value ?? moment.weekday })}
            menuPosition="fixed"
            menuPlacement="auto"
          />
        </div>
        <Textfield
          type="time"
          width="small"
          aria-label={t('reporting.calendar.time', { of: name })}
          value={moment.time}
          onChange={(event) => onChange({ ...moment, time: event.currentTarget.value })}
        />
      </div>
    </FieldGroup>
  );
}

/** What the calendar means for the next reports; quiet while it is being typed. */
function Coming({ calendar }: { readonly calendar: Calendar }) {
  const format = useFormat();
  const { loading } = useCall(reporting.coming, { calendar });
  if (loading.state !== 'ready') return null;
  return (
    <div aria-live="polite">
      <h4>{t('reporting.calendar.coming')}</h4>
      <ul>
        {loading.value.coming.map(({ label, ask, cutOff, publish }) => (
          <li key={label}>
            <strong>{label}</strong>:{' '}
            {t('reporting.calendar.steps', {
              ask: ask === null ? t('reporting.calendar.nobody') : format.instant(ask),
              cutOff: format.instant(cutOff),
              publish: format.instant(publish),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
