import { call } from '../../api/call';
import { admin } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { Loaded } from '../../shared/loaded';
import { PeopleContext } from '../../shared/person-picker';
import { useCall } from '../../shared/use-call';
import { useDraft } from '../../shared/use-draft';
import { HolidaysField, PolicyCalendar } from '../settings/calendar-fields';
import { Folded } from '../settings/folded';
import { NumberField } from '../settings/number-field';
import type { PolicyInput } from '../settings/policy-form';
import { PolicyFields } from '../settings/policy-section';
import { defaultsProblems, toDefaults, toDefaultsInput, type Defaults } from './defaults-input';
import { t } from '../../shared/i18n';

/** What a site's admin decides for all projects: the budget of points, and what projects start from. */
export default function DefaultsForm(props: { readonly onSaved: () => void }) {
  const defaults = useCall(admin.readDefaults, {});
  return (
    <Loaded of={defaults} what={t('admin.budget.what')} shape="form">
      {(value) => <Editor defaults={value} onSaved={props.onSaved} />}
    </Loaded>
  );
}

function Editor(props: { readonly defaults: Defaults; readonly onSaved: () => void }) {
  const { draft: input, change, isDirty, save: keep } = useDraft(props.defaults, toDefaultsInput);
  const form = useSubmit();
  const onPolicy = (part: Partial<PolicyInput>) => change({ policy: { ...input.policy, ...part } });
  const save = () =>
    form.submit(defaultsProblems(input), async () => {
      await keep((seen) => call(admin.saveDefaults, { ...toDefaults(input), seen }));
      tell(t('admin.budget.saved'));
      props.onSaved();
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('admin.budget.failed')}
      isDirty={isDirty}
      className="dk-form dk-stack dk-narrow dk-below-tabs"
      onSubmit={() => void save()}
    >
      <NumberField
        path="pointsAnHour"
        label={t('admin.budget.label')}
        help={t('admin.budget.help')}
        value={input.points}
        onChange={(points) => change({ points })}
      />
      <PeopleContext.Provider value={false}>
        <Folded paths={['policy', 'holidays']} title={t('admin.defaults.title')}>
          <p className="dk-subtle">{t('admin.defaults.help')}</p>
          <PolicyFields input={input.policy} onChange={onPolicy} />
          <PolicyCalendar input={input.policy} onChange={onPolicy} />
          <HolidaysField value={input.holidays} onChange={(holidays) => change({ holidays })} />
        </Folded>
      </PeopleContext.Provider>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('admin.budget.save')}
        </CallButton>
      </div>
    </CheckedForm>
  );
}
