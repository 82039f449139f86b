import Textfield from '@atlaskit/textfield';
import { t } from '../../shared/i18n';
import type { MoneyInput as Money } from './form-values';

/** An amount and its currency, side by side. */
export function MoneyInput(props: {
  readonly id: string;
  readonly label: string;
  readonly invalid: boolean;
  readonly describedBy?: string | undefined;
  readonly value: Money;
  readonly onChange: (value: Money) => void;
}) {
  const { value, onChange } = props;
  return (
    <div className="dk-money">
      <Textfield
        id={props.id}
        inputMode="decimal"
        isInvalid={props.invalid}
        aria-describedby={props.describedBy}
        value={value.amount}
        onChange={(event) => onChange({ ...value, amount: event.currentTarget.value })}
      />
      <Textfield
        aria-label={`${props.label}: ${t('registers.form.currency')}`}
        maxLength={3}
        width="xsmall"
        isInvalid={props.invalid}
        value={value.currency}
        onChange={(event) => onChange({ ...value, currency: event.currentTarget.value })}
      />
    </div>
  );
}
