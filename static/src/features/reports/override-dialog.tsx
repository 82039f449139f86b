import { useState } from 'react';
import { call } from '../../api/call';
import { type ReportView, reports } from '../../api/contract';
import { ChoiceGroup } from '../../shared/choice-group';
import { inSentence, t } from '../../shared/i18n';
import type { Rag } from './colour';
import { type Part, stepped } from './step';
import { StepDialog } from './step-dialog';
import { WordsField } from './words-field';

type Dimension = ReportView['dimensions'][number];

/** Sets a colour against the rule's, with the reason; or gives the rule back its word. */
export function OverrideDialog(props: Part & { readonly of: Dimension; readonly onClose: () => void }) {
  const { dimension, rule, override } = props.of;
  const named = { dimension: t(`status.pictures.dimensions.${dimension}`) };
  const [colour, setColour] = useState<Rag | 'rule'>(override?.colour ?? 'rule');
  const [reason, setReason] = useState(override?.reason ?? '');
  const isChosen = colour !== 'rule';
  const isDirty = colour !== (override?.colour ?? 'rule') || reason !== (override?.reason ?? '');
  const send = () =>
    stepped(
      call(reports.override, {
        label: props.report.label,
        dimension,
        choice: isChosen ? { colour, reason } : null,
      }),
      t('reports.override.done', named),
      props,
    );
  return (
    <StepDialog
      title={t('reports.override.title', named)}
      failedTitle={t('reports.override.failed')}
      sendLabel={t('reports.override.send')}
      isDirty={isDirty}
      found={isChosen && reason.trim() === '' ? { 'choice.reason': t('reports.override.reasonMissing') } : {}}
      send={send}
      onClose={props.onClose}
    >
      <p>
        {t('reports.override.rule', {
          colour: rule === null ? inSentence(t('reports.noColour')) : t(`reports.colours.${rule}`),
        })}
      </p>
      <ChoiceGroup
        path="choice.colour"
        legend={t('reports.override.legend')}
        options={{
          rule: t('reports.override.asRule'),
          green: t('reports.colours.green'),
          amber: t('reports.colours.amber'),
          red: t('reports.colours.red'),
        }}
        value={colour}
        onChange={setColour}
      />
      {isChosen && (
        <WordsField
          path="choice.reason"
          label={t('reports.override.reason')}
          help={t('reports.override.reasonHelp')}
          maxLength={1_000}
          value={reason}
          onChange={setReason}
        />
      )}
    </StepDialog>
  );
}
