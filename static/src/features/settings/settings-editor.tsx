import type { z } from 'zod';
import { call } from '../../api/call';
import { settings } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { PersonPicker } from '../../shared/person-picker';
import { Switch } from '../../shared/switch';
import { toProblem } from '../../shared/use-call';
import type { UsedDraft } from '../../shared/use-draft';
import { useFormat } from '../../shared/viewer';
import { CalendarSection } from './calendar-section';
import type { Part } from './part';
import { toPolicyInput } from './policy-form';
import { PolicySection } from './policy-section';
import { ReportSection } from './report-section';
import { settingsProblems, toSettings, type SettingsInput } from './settings-form';
import { SourcesSection } from './sources-section';

export type Answer = z.infer<typeof settings.read.response>;

/** Everything that a project decides, in one form. */
export function SettingsForm(props: {
  readonly answer: Answer;
  readonly of: UsedDraft<Answer['settings'], SettingsInput>;
  readonly onSaved: () => void;
}) {
  const { answer, onSaved } = props;
  const { draft: input, change: onChange, isDirty, save: keep } = props.of;
  const form = useSubmit();
  const save = () =>
    form.submit(settingsProblems(input), async () => {
      await keep(async (seen) => {
        const saved = await call(settings.save, { ...toSettings(input), seen }).catch((error: unknown) => {
          throw byPath(toProblem(error));
        });
        return saved.settings;
      });
      tell(t('settings.saved'));
      onSaved();
    });

  return (
    <CheckedForm
      of={form}
      failedTitle={t('settings.failed')}
      isDirty={isDirty}
      className="dk-form dk-settings"
      onSubmit={() => void save()}
    >
      <RemindersSection input={input} onChange={onChange} switchedOnAt={answer.switchedOnAt} />
      <SourcesSection
        input={input.sources}
        onChange={(change) => onChange({ sources: { ...input.sources, ...change } })}
      />
      <PolicySection
        input={input.policy}
        onChange={(change) => onChange({ policy: { ...input.policy, ...change } })}
        defaults={() => toPolicyInput(answer.defaults, answer.names)}
      />
      <CalendarSection input={input} onChange={onChange} />
      <ReportSection input={input} onChange={onChange} />
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('settings.save')}
        </CallButton>
      </div>
    </CheckedForm>
  );
}

function RemindersSection({
  input,
  onChange,
  switchedOnAt,
}: Part<SettingsInput> & { readonly switchedOnAt: string | null }) {
  const format = useFormat();
  const since =
    switchedOnAt === null ? '' : ` ${t('settings.enabled.since', { when: format.instant(switchedOnAt) })}`;
  return (
    <section className="dk-section">
      <h2>{t('settings.sections.reminders')}</h2>
      <Switch
        path="enabled"
        label={t('settings.enabled.label')}
        help={`${t('settings.enabled.help')}${since}`}
        checked={input.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <LabelledField path="sponsorId" label={t('settings.sponsor.label')} help={t('settings.sponsor.help')}>
        {({ id, isInvalid, ...control }) => (
          <PersonPicker
            id={id}
            invalid={isInvalid}
            describedBy={control['aria-describedby']}
            value={input.sponsor}
            onChange={(sponsor) => onChange({ sponsor })}
          />
        )}
      </LabelledField>
    </section>
  );
}

/** The app names the fields of the report by themselves; everything else by its path. */
const PATHS: Readonly<Record<string, string>> = {
  spaceKey: 'report.spaceKey',
  parentPageId: 'report.parentPageId',
};

function byPath({ code, message, fields }: ApiProblem): ApiProblem {
  const named = Object.entries(fields).map(([path, words]) => [PATHS[path] ?? path, words]);
  return new ApiProblem({ code, message, fields: Object.fromEntries(named) });
}
