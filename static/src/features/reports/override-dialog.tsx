import { useState } from 'react';
import { call } from '../../api/call';
import { type ReportView, reports } from '../../api/contract';
import { ChoiceGroup } from '../../shared/choice-group';
import type { Rag } from './colour';
import { text } from './messages';
import { type Part, stepped } from './step';
import { StepDialog } from './step-dialog';
import { WordsField } from './words-field';

type Dimension = ReportView['dimensions'][number];
const words = text.override;
const OPTIONS = {
  rule: words.asRule,
  green: text.colours.green.label,
  amber: text.colours.amber.label,
  red: text.colours.red.label,
};

/** Sets a colour against the rule's, with the reason; or gives the rule back its word. */
export function OverrideDialog(props: Part & { readonly of: Dimension; readonly onClose: () => void }) {
  const { dimension, rule, override } = props.of;
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
      words.done(dimension),
      props,
    );
  return (
    <StepDialog
      title={words.title(dimension)}
      failedTitle={words.failed}
      sendLabel={words.send}
      isDirty={isDirty}
      found={isChosen && reason.trim() === '' ? { 'choice.reason': words.reasonMissing } : {}}
      send={send}
      onClose={props.onClose}
    >
      <p>{words.rule(rule === null ? text.noColour.toLowerCase() : text.colours[rule].label)}</p>
      <ChoiceGroup
        path="choice.colour"
        legend={words.legend}
        options={OPTIONS}
        value={colour}
        onChange={setColour}
      />
      {isChosen && (
        <WordsField
          path="choice.reason"
          label={words.reason}
          help={words.reasonHelp}
          maxLength={1_000}
          value={reason}
          onChange={setReason}
        />
      )}
    </StepDialog>
  );
}
