import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { z } from 'zod';
import { call } from '../../api/call';
import { reporting } from '../../api/contract';
import { tell } from '../../api/view';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import type { PersonOption } from '../../shared/person';
import { PeoplePicker } from '../../shared/person-picker';
import { TagsInput } from '../../shared/tags-input';
import { useCall } from '../../shared/use-call';
import { Folded } from '../settings/folded';
import { CalendarEditor } from './calendar-editor';
import { reportingProblems, toReporting, toReportingInput, type ReportingInput } from './reporting-form';
import { StreamsEditor } from './streams-editor';
import { TolerancesEditor } from './tolerances-editor';

type Answer = z.infer<typeof reporting.read.response>;

/** How a project reports: when, on what, through whose hands, and to whom. */
export default function ReportingSettings() {
  const current = useCall(reporting.read, {});
  return (
    <section className="dk-stack" aria-labelledby="dk-reporting">
      <header>
        <h2 id="dk-reporting">{t('reporting.title')}</h2>
        <p className="dk-subtle">{t('reporting.intro')}</p>
      </header>
      <Loaded of={current} what={t('reporting.what')}>
        {(answer) => (
          <div className="dk-columns">
            <Form answer={answer} />
          </div>
        )}
      </Loaded>
    </section>
  );
}

function Form({ answer }: { readonly answer: Answer }) {
  const [input, setInput] = useState(() => toReportingInput(answer.reporting, answer.names));
  const form = useSubmit();
  const onChange = (change: Partial<ReportingInput>) => setInput((before) => ({ ...before, ...change }));
  const save = () =>
    form.submit(reportingProblems(input), async () => {
      await call(reporting.save, toReporting(input));
      tell(t('reporting.saved'));
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('reporting.failed')}
      className="dk-form dk-settings"
      onSubmit={() => void save()}
    >
      <CalendarEditor
        calendar={input.calendar}
        zone={answer.zone}
        onChange={(calendar) => onChange({ calendar })}
      />
      <StreamsEditor streams={input.streams} onChange={(streams) => onChange({ streams })} />
      <section className="dk-section">
        <h3>{t('reporting.people.title')}</h3>
        <PeopleField
          path="reviewers"
          label={t('reporting.people.reviewers')}
          help={t('reporting.people.reviewersHelp')}
          value={input.reviewers}
          onChange={(reviewers) => onChange({ reviewers })}
        />
        <PeopleField
          path="stakeholders"
          label={t('reporting.people.stakeholders')}
          help={t('reporting.people.stakeholdersHelp')}
          value={input.stakeholders}
          onChange={(stakeholders) => onChange({ stakeholders })}
        />
      </section>
      <section className="dk-section">
        <h3>{t('reporting.audience.title')}</h3>
        <ChoiceGroup
          path="audience"
          legend={t('reporting.audience.legend')}
          help={t('reporting.audience.help')}
          options={{
            project: t('reporting.audience.options.project'),
            space: t('reporting.audience.options.space'),
          }}
          value={input.audience}
          onChange={(audience) => onChange({ audience })}
        />
        <LabelledField
          path="includedRestricted"
          label={t('reporting.audience.included')}
          help={t('reporting.audience.includedHelp')}
        >
          {(control) => (
            <TagsInput
              control={control}
              values={input.included}
              normalise={(key) => key.toUpperCase()}
              onChange={(included) => onChange({ included })}
            />
          )}
        </LabelledField>
      </section>
      <Folded paths={['tolerances']} title={t('reporting.tolerances.title')}>
        <TolerancesEditor bands={input.bands} onChange={(bands) => onChange({ bands })} />
      </Folded>
      <p className="dk-subtle">{t('reporting.underWay')}</p>
      <div className="dk-row">
        <Button appearance="primary" type="submit" isLoading={form.saving}>
          {t('reporting.save')}
        </Button>
      </div>
    </CheckedForm>
  );
}

function PeopleField(props: {
  readonly path: string;
  readonly label: string;
  readonly help: string;
  readonly value: readonly PersonOption[];
  readonly onChange: (value: readonly PersonOption[]) => void;
}) {
  return (
    <LabelledField path={props.path} label={props.label} help={props.help}>
      {({ id, isInvalid, ...control }) => (
        <PeoplePicker
          id={id}
          invalid={isInvalid}
          describedBy={control['aria-describedby']}
          value={props.value}
          onChange={props.onChange}
        />
      )}
    </LabelledField>
  );
}
