import { type ReactNode, useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { z } from 'zod';
import { call } from '../../api/call';
import { macros } from '../../api/contract';
import { closeView, saveMacro } from '../../api/view';
import { CallButton } from '../../shared/call-button';
import { CheckedForm, useSubmit } from '../../shared/checked-form';
import { LabelledField } from '../../shared/field';
import { t } from '../../shared/i18n';
import { Failure } from '../../shared/loaded';
import { type Option, SearchOne, type Searched } from '../../shared/search-select';
import { useCall } from '../../shared/use-call';

/** What there is to choose from in the chosen project. */
export type Choices = z.output<typeof macros.choices.response>;

/** What a macro keeps beside its project, as texts by name, and what is wrong with it by the name of the field. */
export interface Rest {
  readonly config: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
}

const PROJECTS: Searched = {
  what: 'project',
  find: async (query) => {
    const { projects } = await call(macros.projects, { query });
    return projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }));
  },
};

/** The settings of a macro: its project, which is looked at as soon as it is chosen, and what the macro adds. */
export function MacroConfig(props: {
  readonly title: string;
  /** The project as it is saved; empty where none is. */
  readonly projectKey: string;
  /** The fields that follow once the project is known. */
  readonly children?: (choices: Choices) => ReactNode;
  readonly restOf: (choices: Choices) => Rest;
}) {
  const saved = props.projectKey;
  const [chosen, setChosen] = useState<Option | null>(saved === '' ? null : { value: saved, label: saved });
  const [choices, setChoices] = useState<Choices | null>(null);
  const form = useSubmit();
  const known = choices?.project.key === chosen?.value ? choices : null;
  const save = () => {
    const rest = known && props.restOf(known);
    const project = known
      ? {}
      : { projectKey: t(chosen === null ? 'macros.config.projectNeeded' : 'macros.config.projectUnchecked') };
    return form.submit({ ...project, ...rest?.problems }, async () => {
      await saveMacro({ projectKey: known?.project.key ?? '', ...rest?.config });
    });
  };
  return (
    <CheckedForm
      of={form}
      failedTitle={t('macros.config.notSaved')}
      label={props.title}
      className="dk-form dk-stack dk-narrow"
      onSubmit={() => void save()}
    >
      <LabelledField
        path="projectKey"
        label={t('macros.config.project')}
        help={t('macros.config.projectHelp')}
      >
        {(control) => (
          <SearchOne
            id={control.id}
            invalid={control.isInvalid}
            describedBy={control['aria-describedby']}
            of={PROJECTS}
            value={known ? { value: known.project.key, label: labelOf(known) } : chosen}
            onChange={setChosen}
          />
        )}
      </LabelledField>
      {chosen !== null && (
        <Project key={chosen.value} projectKey={chosen.value} onKnown={setChoices}>
          {props.children}
        </Project>
      )}
      <div className="dk-row">
        <CallButton appearance="primary" type="submit" isLoading={form.saving}>
          {t('shared.save')}
        </CallButton>
        <Button appearance="subtle" onClick={() => void closeView()}>
          {t('shared.cancel')}
        </Button>
      </div>
    </CheckedForm>
  );
}

const labelOf = ({ project: { key, name } }: Choices): string => `${name} (${key})`;

/** Looks at the chosen project, says what came of it, and shows the fields that depend on it. */
function Project(props: {
  readonly projectKey: string;
  readonly onKnown: (choices: Choices) => void;
  readonly children: ((choices: Choices) => ReactNode) | undefined;
}) {
  const { loading, reload } = useCall(macros.choices, { projectKey: props.projectKey });
  const { onKnown } = props;
  useEffect(() => {
    if (loading.state === 'ready') onKnown(loading.value);
  }, [loading, onKnown]);
  if (loading.state === 'failed')
    return (
      <Failure
        title={
          loading.problem.code === 'FORBIDDEN'
            ? t('macros.config.projectGone', { key: props.projectKey })
            : t('shared.failed', { what: t('macros.what.choices') })
        }
        problem={loading.problem}
        onRetry={() => void reload()}
      />
    );
  return (
    <>
      <p role="status" className="dk-subtle">
        {loading.state === 'loading'
          ? t('macros.config.checking')
          : t(loading.value.enabled ? 'macros.config.checked' : 'macros.config.checkedOff', {
              project: loading.value.project.name,
            })}
      </p>
      {loading.state === 'ready' && props.children?.(loading.value)}
    </>
  );
}
