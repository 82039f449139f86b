import { useEffect, useRef, useState, type FormEvent } from 'react';
import Button from '@atlaskit/button/default/button';
import type { z } from 'zod';
import { call } from '../../api/call';
import { settings } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { LabelledField } from '../../shared/field';
import { FormErrorsProvider, useFormErrors } from '../../shared/form-errors';
import { Failure } from '../../shared/loaded';
import { PersonPicker } from '../../shared/person-picker';
import { Switch } from '../../shared/switch';
import { toProblem } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { CalendarSection } from './calendar-section';
import { text } from './messages';
import type { Part } from './part';
import { PolicySection } from './policy-section';
import { ReportSection } from './report-section';
import { settingsProblems, toInput, toSettings, type SettingsInput } from './settings-form';
import { SourcesSection } from './sources-section';

type Answer = z.infer<typeof settings.read.response>;

/** The form: what cannot be sent is said at its field, and the first such field gets the focus. */
export function SettingsForm(props: { readonly answer: Answer; readonly onSaved: () => void }) {
  const [input, setInput] = useState(() => toInput(props.answer.settings, props.answer.names));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  const errors = useFormErrors();
  const form = useRef<HTMLFormElement>(null);
  const onChange = (change: Partial<SettingsInput>) => setInput((before) => ({ ...before, ...change }));

  useEffect(() => {
    if (Object.keys(errors.context.errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors.context.errors]);

  const fail = (failure: ApiProblem) => {
    const message = errors.show(failure);
    setProblem(message === null ? null : { code: failure.code, message });
  };
  const save = async () => {
    const fields = settingsProblems(input);
    if (Object.keys(fields).length > 0) {
      fail(new ApiProblem({ code: 'BAD_INPUT', message: text.anotherLook, fields }));
      return;
    }
    setProblem(null);
    errors.clear();
    setSaving(true);
    try {
      await call(settings.save, toSettings(input));
      tell(text.saved);
      props.onSaved();
    } catch (error) {
      fail(byPath(toProblem(error)));
    } finally {
      setSaving(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };

  return (
    <FormErrorsProvider value={errors.context}>
      <form ref={form} onSubmit={submit} noValidate className="dk-form dk-settings">
        {problem !== null && <Failure title={text.failed} problem={problem} />}
        <RemindersSection input={input} onChange={onChange} switchedOnAt={props.answer.switchedOnAt} />
        <SourcesSection
          input={input.sources}
          onChange={(change) => onChange({ sources: { ...input.sources, ...change } })}
        />
        <PolicySection
          input={input.policy}
          onChange={(change) => onChange({ policy: { ...input.policy, ...change } })}
        />
        <CalendarSection input={input} onChange={onChange} />
        <ReportSection input={input} onChange={onChange} />
        <div className="dk-row">
          <Button appearance="primary" type="submit" isLoading={saving}>
            {text.save}
          </Button>
        </div>
      </form>
    </FormErrorsProvider>
  );
}

function RemindersSection({
  input,
  onChange,
  switchedOnAt,
}: Part<SettingsInput> & { readonly switchedOnAt: string | null }) {
  const format = useFormat();
  const since = switchedOnAt === null ? '' : ` ${text.enabled.since(format.instant(switchedOnAt))}`;
  return (
    <section className="dk-section">
      <h2>{text.sections.reminders}</h2>
      <Switch
        path="enabled"
        label={text.enabled.label}
        help={`${text.enabled.help}${since}`}
        checked={input.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <LabelledField path="sponsorId" label={text.sponsor.label} help={text.sponsor.help}>
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
