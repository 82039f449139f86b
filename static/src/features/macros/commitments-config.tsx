import { useState } from 'react';
import { CommitmentPart, CommitmentsMacro, MOST_LINES } from '../../api/contract';
import { CheckList } from '../../shared/check-list';
import { ChoiceGroup } from '../../shared/choice-group';
import { t } from '../../shared/i18n';
import { NumberField } from '../settings/number-field';
import { isLimit } from './limit';
import { MacroConfig, type Rest } from './macro-config';
import { useConfig } from './states';

type Input = Omit<CommitmentsMacro, 'projectKey' | 'limit'> & { readonly limit: string };

/** Settings of the commitments macro. */
export function CommitmentsConfig() {
  const { projectKey, limit, ...rest } = CommitmentsMacro.parse(useConfig());
  const [input, setInput] = useState<Input>({ ...rest, limit: String(limit) });
  const onChange = (change: Partial<Input>) => setInput((before) => ({ ...before, ...change }));
  return (
    <MacroConfig title={t('app.commitmentsMacro.title')} projectKey={projectKey} restOf={() => restOf(input)}>
      {() => <Fields input={input} onChange={onChange} />}
    </MacroConfig>
  );
}

function restOf(input: Input): Rest {
  const { whose, parts, owners, limit } = input;
  return {
    config: { whose, parts: parts.join(','), owners, limit: limit.trim() },
    problems: isLimit(limit) ? {} : { limit: t('macros.config.limitWrong', { most: MOST_LINES }) },
  };
}

function Fields(props: { readonly input: Input; readonly onChange: (change: Partial<Input>) => void }) {
  const { input, onChange } = props;
  const onToggle = (value: string) =>
    onChange({
      parts: CommitmentPart.options.filter((part) => input.parts.includes(part) !== (part === value)),
    });
  return (
    <>
      <ChoiceGroup
        path="whose"
        legend={t('macros.config.whose')}
        options={{ all: t('macros.config.everybody'), me: t('macros.config.mine') }}
        value={input.whose}
        onChange={(whose) => onChange({ whose })}
      />
      <CheckList
        legend={t('macros.config.parts')}
        choices={CommitmentPart.options.map((part) => ({
          value: part,
          label: t(`macros.commitments.parts.${part}`),
        }))}
        chosen={input.parts}
        onToggle={onToggle}
      />
      <p className="dk-subtle">{t('macros.config.partsHelp')}</p>
      <ChoiceGroup
        path="owners"
        legend={t('macros.config.owners')}
        options={{ yes: t('macros.config.yes'), no: t('macros.config.no') }}
        value={input.owners}
        onChange={(owners) => onChange({ owners })}
      />
      <NumberField
        path="limit"
        label={t('macros.config.limitEach')}
        help={t('macros.config.limitEachHelp', { most: MOST_LINES })}
        value={input.limit}
        onChange={(limit) => onChange({ limit })}
      />
    </>
  );
}
