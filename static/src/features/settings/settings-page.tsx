import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Form from '@atlaskit/form';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { z } from 'zod';
import { call } from '../../api/call';
import { settings } from '../../api/contract';
import { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { fieldErrors } from '../../shared/field-errors';
import { Failure, Loaded } from '../../shared/loaded';
import { toProblem, useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { HolidaysField, ParentField, SpaceField, SponsorField, ZoneField } from './fields';
import { text } from './messages';
import { formField, toInput, toSettings, type SettingsInput } from './settings-form';
import { SwitchField } from './switch-field';

type Answer = z.infer<typeof settings.read.response>;

/** What a project administrator decides, with the policy in plain words beside it. */
export function SettingsPage() {
  const current = useCall(settings.read, {});
  return (
    <main className="dk-page">
      <header>
        <h1>{text.title}</h1>
        <p className="dk-subtle">{text.intro}</p>
      </header>
      <Loaded of={current} what={text.what}>
        {(answer) => (
          <div className="dk-columns">
            <SettingsForm answer={answer} onSaved={() => void current.reload()} />
            <aside className="dk-aside" aria-labelledby="dk-policy">
              <h2 id="dk-policy">{text.sections.policy}</h2>
              <ul>
                {answer.policy.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </aside>
          </div>
        )}
      </Loaded>
    </main>
  );
}

function SettingsForm(props: { readonly answer: Answer; readonly onSaved: () => void }) {
  const { switchedOnAt, confluence } = props.answer;
  const format = useFormat();
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);
  const [initial] = useState(() => toInput(props.answer.settings, props.answer.names));

  const submit = async (input: SettingsInput) => {
    setProblem(null);
    try {
      await call(settings.save, toSettings(input));
      tell(text.saved);
      props.onSaved();
      return undefined;
    } catch (error) {
      const { fields, form } = fieldErrors(byFormField(toProblem(error)), Object.keys(initial));
      if (form !== null) setProblem({ code: toProblem(error).code, message: form });
      return fields;
    }
  };

  return (
    <Form<SettingsInput> onSubmit={submit}>
      {({ formProps, submitting }) => (
        <form {...formProps} noValidate className="dk-form dk-stack">
          {problem !== null && <Failure title={text.failed} problem={problem} />}
          <section>
            <h2>{text.sections.reminders}</h2>
            <SwitchField
              name="enabled"
              label={text.enabled.label}
              help={
                switchedOnAt === null
                  ? text.enabled.help
                  : `${text.enabled.help} ${text.enabled.since(format.instant(switchedOnAt))}`
              }
              defaultValue={initial.enabled}
            />
            <SponsorField defaultValue={initial.sponsorId} />
          </section>
          <section>
            <h2>{text.sections.calendar}</h2>
            <ZoneField defaultValue={initial.zone} />
            <HolidaysField defaultValue={initial.holidays} />
          </section>
          <section>
            <h2>{text.sections.report}</h2>
            {!confluence && (
              <SectionMessage appearance="information" title={text.report.absentTitle}>
                <p>{text.report.absent}</p>
              </SectionMessage>
            )}
            <SwitchField
              name="reportEnabled"
              label={text.report.label}
              defaultValue={initial.reportEnabled}
            />
            <SpaceField defaultValue={initial.spaceKey} />
            <ParentField defaultValue={initial.parentPageId} />
          </section>
          <div className="dk-row dk-actions">
            <Button appearance="primary" type="submit" isLoading={submitting}>
              {text.save}
            </Button>
          </div>
        </form>
      )}
    </Form>
  );
}

function byFormField(problem: ApiProblem): ApiProblem {
  const fields = Object.fromEntries(
    Object.entries(problem.fields).map(([path, words]) => [formField(path), words]),
  );
  return new ApiProblem({ code: problem.code, message: problem.message, fields }, { cause: problem });
}
