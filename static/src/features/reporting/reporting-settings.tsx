import type { z } from 'zod';
import { call } from '../../api/call';
import { reporting } from '../../api/contract';
import { tell } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { ChoiceGroup } from '../../shared/choice-group';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import type { PersonOption } from '../../shared/person';
import { PeoplePicker } from '../../shared/person-picker';
import { TagsInput } from '../../shared/tags-input';
import { useCall } from '../../shared/use-call';
import { useDraft } from '../../shared/use-draft';
import { Folded } from '../settings/folded';
import { CalendarEditor } from './calendar-editor';
import { reportingProblems, toReporting, toReportingInput } from './reporting-form';
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
      <Loaded of={current} what={t('reporting.what')} shape="form">
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
  const {
    draft: input,
    change,
    isDirty,
    save: keep,
  } = useDraft(answer.reporting, (saved) => toReportingInput(saved, answer.names));
  const form = useSubmit();
  const save = () =>
    form.submit(reportingProblems(input), async () => {
      await keep(async (seen) => {
        const saved = await call(reporting.save, { ...toReporting(input), seen });
        return saved.reporting;
      });
      tell(t('reporting.saved'));
    });
  return (
    <CheckedForm
      of={form}
      failedTitle={t('reporting.failed')}
      isDirty={isDirty}
      className="dk-form dk-settings"
      onSubmit={() => void save()}
    >
      <CalendarEditor
        calendar={input.calendar}
        zone={answer.zone}
        onChange={(calendar) => change({ calendar })}
      />
      <StreamsEditor streams={input.streams} onChange={(streams) => change({ streams })} />
      <section className="dk-section">
        <h3>{t('reporting.people.title')}</h3>
        <PeopleField
          path="reviewers"
          label={t('reporting.people.reviewers')}
          help={t('reporting.people.reviewersHelp')}
          value={input.reviewers}
          onChange={(reviewers) => change({ reviewers })}
        />
        <PeopleField
          path="stakeholders"
          label={t('reporting.people.stakeholders')}
          help={t('reporting.people.stakeholdersHelp')}
          value={input.stakeholders}
          onChange={(stakeholders) => change({ stakeholders })}
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
          onChange={(audience) => change({ audience })}
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
              onChange={(included) => change({ included })}
            />
          )}
        </LabelledField>
      </section>
      <Folded paths={['tolerances']} title={t('reporting.tolerances.title')}>
        <TolerancesEditor bands={input.bands} onChange={(bands) => change({ bands })} />
      </Folded>
      <p className="dk-subtle">{t('reporting.underWay')}</p>
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('reporting.save')}
        </CallButton>
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
