import { DatePicker } from '@atlaskit/datetime-picker';
import type { ControlProps } from './field';
import { t } from './i18n';
import { useViewer } from './viewer';

export interface DateInputProps {
  readonly control: ControlProps;
  readonly label: string;
  readonly disabled?: boolean;
  /** Where somebody asked for it just now: it is what they go on with. */
  readonly takesFocus?: boolean;
  readonly value: string;
  readonly onChange: (date: string) => void;
}

/** The Design System's picker, in the viewer's locale and in our words. */
export default function LocalDatePicker(props: DateInputProps) {
  const { locale } = useViewer();
  return (
    <DatePicker
      {...props.control}
      isDisabled={props.disabled ?? false}
      autoFocus={props.takesFocus ?? false}
      locale={locale}
      shouldShowCalendarButton
      clearControlLabel={t('shared.select.clear')}
      openCalendarLabel={t('shared.calendar.open')}
      calendarLabel={t('shared.calendar.label')}
      previousMonthLabel={t('shared.calendar.before')}
      nextMonthLabel={t('shared.calendar.next')}
      inputLabel={props.label}
      placeholder={t('shared.chooseDate')}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
