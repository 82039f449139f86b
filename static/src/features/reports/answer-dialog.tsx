import { useState } from 'react';
import { call } from '../../api/call';
import { type ReportView, reports } from '../../api/contract';
import { ChoiceGroup } from '../../shared/choice-group';
import { t } from '../../shared/i18n';
import { Facts } from './facts';
import { type Part, stepped } from './step';
import { StepDialog } from './step-dialog';
import { WordsField } from './words-field';

type Stream = ReportView['streams'][number];
const TEXTS = ['done', 'next', 'blocked', 'needsDecision'] as const;

/** What a lead says about their part, beside the facts of it. */
export function AnswerDialog(props: Part & { readonly stream: Stream; readonly onClose: () => void }) {
  const { stream } = props;
  const [update, setUpdate] = useState(() => updateOf(stream));
  const [isDirty, setDirty] = useState(false);
  const change = (part: Partial<typeof update>) => {
    setUpdate((before) => ({ ...before, ...part }));
    setDirty(true);
  };
  const isEmpty = TEXTS.every((name) => update[name].trim() === '');
  const field = (name: (typeof TEXTS)[number]) => (
    <WordsField
      path={`update.${name}`}
      label={t(`reports.answer.fields.${name}`)}
      help={t(`reports.answer.help.${name}`)}
      maxLength={4_000}
      value={update[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const send = () =>
    stepped(
      call(reports.answer, { label: props.report.label, streamId: stream.id, update }),
      t('reports.answer.done', { stream: stream.name }),
      props,
    );
  return (
    <StepDialog
      title={t('reports.answer.title', { stream: stream.name })}
      failedTitle={t('reports.answer.failed')}
      sendLabel={t('reports.answer.send')}
      isDirty={isDirty}
      found={isEmpty ? { 'update.done': t('reports.answer.empty') } : {}}
      send={send}
      onClose={props.onClose}
    >
      <Facts stream={stream} length={props.report.length} />
      {field('done')}
      {field('next')}
      {field('blocked')}
      <ChoiceGroup
        path="update.confidence"
        legend={t('reports.answer.fields.confidence')}
        options={{
          high: t('reports.answer.confidences.high'),
          medium: t('reports.answer.confidences.medium'),
          low: t('reports.answer.confidences.low'),
          none: t('reports.answer.confidences.none'),
        }}
        value={update.confidence ?? 'none'}
        onChange={(value) => change({ confidence: value === 'none' ? null : value })}
      />
      {field('needsDecision')}
    </StepDialog>
  );
}

function updateOf({ answer }: Stream) {
  const { done = '', next = '', blocked = '', confidence = null, needsDecision = '' } = answer ?? {};
  return { done, next, blocked, confidence, needsDecision };
}
