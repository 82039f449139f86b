import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { ChoiceGroup } from '../../../shared/choice-group';
import { FieldGroup, LabelledField } from '../../../shared/field';
import { t } from '../../../shared/i18n';
import { PeoplePicker } from '../../../shared/person-picker';
import { Switch } from '../../../shared/switch';
import { NumberField } from '../../settings/number-field';
import type { Part } from '../../settings/part';
import { changedRow, withoutRow, withRow, type Row } from '../../settings/rows';
import { moneyInput } from '../form-values';
import { MoneyInput } from '../money-input';
import type { AuthorityInput, RegisterInput } from './register-input';

const ROLES = ['', 'manager', 'board', 'sponsor'] as const satisfies readonly AuthorityInput['role'][];

/** Who decides on what, up to which limits, and by which rule. */
export function ApprovalSection({ input, onChange }: Part<RegisterInput>) {
  const { authorities } = input;
  const nobody: AuthorityInput = {
    name: '',
    role: '',
    upToDays: '',
    upToMoney: moneyInput(null),
    people: [],
  };
  return (
    <section className="dk-section">
      <h2>{t('registers.settings.approval.title')}</h2>
      <p className="dk-subtle">{t('registers.settings.approval.intro')}</p>
      <FieldGroup path="approval.authorities" legend={t('registers.settings.approval.authorities')}>
        {authorities.map((authority, at) => (
          <Authority
            key={authority.row}
            at={at}
            input={authority}
            onChange={(change) => onChange({ authorities: changedRow(authorities, authority.row, change) })}
            onRemove={() => onChange({ authorities: withoutRow(authorities, authority.row) })}
          />
        ))}
        <div>
          <Button
            spacing="compact"
            onClick={() => onChange({ authorities: withRow<AuthorityInput>(authorities, nobody) })}
          >
            {t('registers.settings.approval.add')}
          </Button>
        </div>
      </FieldGroup>
      <ChoiceGroup
        path="approval.rule"
        legend={t('registers.settings.approval.rule')}
        options={{
          all: t('registers.settings.approval.rules.all'),
          any: t('registers.settings.approval.rules.any'),
          quorum: t('registers.settings.approval.rules.quorum'),
        }}
        value={input.rule}
        onChange={(rule) => onChange({ rule })}
      />
      {input.rule === 'quorum' && (
        <NumberField
          path="approval.rule.quorum"
          label={t('registers.settings.approval.quorum')}
          value={input.quorum}
          onChange={(quorum) => onChange({ quorum })}
        />
      )}
      <Switch
        path="approval.selfApproval"
        label={t('registers.settings.approval.selfApproval')}
        help={t('registers.settings.approval.selfApprovalHelp')}
        checked={input.selfApproval}
        onChange={(selfApproval) => onChange({ selfApproval })}
      />
      <NumberField
        path="approval.graceDays"
        label={t('registers.settings.approval.grace')}
        value={input.graceDays}
        onChange={(graceDays) => onChange({ graceDays })}
      />
    </section>
  );
}

function Authority(
  props: Part<AuthorityInput & Row> & { readonly at: number; readonly onRemove: () => void },
) {
  const { at, input, onChange } = props;
  const path = `approval.authorities.${at}`;
  return (
    <FieldGroup path={path} legend={t('registers.settings.approval.authority', { n: at + 1 })}>
      <div className="dk-ask dk-wide">
        <div className="dk-halves">
          <LabelledField path={`${path}.name`} label={t('registers.settings.approval.name')}>
            {(control) => (
              <Textfield
                {...control}
                maxLength={60}
                value={input.name}
                onChange={(event) => onChange({ name: event.currentTarget.value })}
              />
            )}
          </LabelledField>
          <LabelledField path={`${path}.role`} label={t('registers.settings.approval.role')}>
            {({ isInvalid, ...control }) => (
              <select
                {...control}
                className="dk-input"
                aria-invalid={isInvalid}
                value={input.role}
                onChange={(event) => {
                  const role = ROLES.find((value) => value === event.currentTarget.value);
                  if (role !== undefined) onChange({ role });
                }}
              >
                {ROLES.map((value) => (
                  <option key={value} value={value}>
                    {t(`registers.settings.approval.roles.${value === '' ? 'none' : value}`)}
                  </option>
                ))}
              </select>
            )}
          </LabelledField>
          <NumberField
            path={`${path}.upToDays`}
            label={t('registers.settings.approval.upToDays')}
            value={input.upToDays}
            onChange={(upToDays) => onChange({ upToDays })}
          />
          <LabelledField path={`${path}.upToMoney`} label={t('registers.settings.approval.upToMoney')}>
            {({ id, isInvalid, ...control }) => (
              <MoneyInput
                id={id}
                label={t('registers.settings.approval.upToMoney')}
                invalid={isInvalid}
                describedBy={control['aria-describedby']}
                value={input.upToMoney}
                onChange={(upToMoney) => onChange({ upToMoney })}
              />
            )}
          </LabelledField>
        </div>
        <LabelledField
          path={`${path}.people`}
          label={t('registers.settings.approval.people')}
          help={t('registers.settings.approval.peopleHelp')}
        >
          {({ id, isInvalid, ...control }) => (
            <PeoplePicker
              id={id}
              invalid={isInvalid}
              describedBy={control['aria-describedby']}
              value={input.people}
              onChange={(people) => onChange({ people })}
            />
          )}
        </LabelledField>
        <div>
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={t('registers.settings.approval.remove', { n: at + 1 })}
            onClick={props.onRemove}
          >
            {t('shared.remove')}
          </Button>
        </div>
      </div>
    </FieldGroup>
  );
}
