import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import { call } from '../../api/call';
import { type ReportView, reports } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { AnswerDialog } from './answer-dialog';
import { Facts } from './facts';
import { ReasonDialog } from './reason-dialog';
import { isOpen, nameIn, type Part, stepped } from './step';

type Stream = ReportView['streams'][number];

/** What each lead says, who has not said anything, and what was given back. */
export function Streams(props: Part) {
  const { report } = props;
  const [opened, setOpened] = useState<{ readonly what: 'answer' | 'return'; readonly id: string } | null>(
    null,
  );
  const close = () => setOpened(null);
  const stream = report.streams.find(({ id }) => id === opened?.id);
  return (
    <section className="dk-section" aria-label={t('reports.streams.title')}>
      <h3>{t('reports.streams.title')}</h3>
      <Missing report={report} />
      <ul className="dk-list">
        {report.streams.map((one) => (
          <li key={one.id}>
            <StreamItem
              {...props}
              stream={one}
              onAnswer={() => setOpened({ what: 'answer', id: one.id })}
              onReturn={() => setOpened({ what: 'return', id: one.id })}
            />
          </li>
        ))}
      </ul>
      {stream && opened?.what === 'answer' && <AnswerDialog {...props} stream={stream} onClose={close} />}
      {stream && opened?.what === 'return' && <ReturnDialog {...props} stream={stream} onClose={close} />}
    </section>
  );
}

function Missing({ report }: { readonly report: ReportView }) {
  const { streams, state } = report;
  if (streams.length === 0) return <p className="dk-subtle">{t('reports.streams.none')}</p>;
  const missing = streams.filter(({ answer }) => answer === null);
  if (missing.length === 0) return <p className="dk-subtle">{t('reports.streams.complete')}</p>;
  const names = missing.map(({ name, leadId }) => `${name} (${nameIn(report, leadId)})`).join(', ');
  return (
    <p>
      {state === 'collecting'
        ? t('reports.streams.waiting', { names })
        : t('reports.streams.missing', { names })}
    </p>
  );
}

function StreamItem(
  props: Part & {
    readonly stream: Stream;
    readonly onAnswer: () => void;
    readonly onReturn: () => void;
  },
) {
  const { report, stream } = props;
  const { name, leadId, answer, returned, mayAnswer } = stream;
  const format = useFormat();
  const lead = nameIn(report, leadId);
  const write = answer === null ? t('reports.streams.write') : t('reports.streams.change');
  return (
    <article className="dk-stack" aria-label={name}>
      <div className="dk-row">
        <h4>{name}</h4>
        <StreamState report={report} stream={stream} />
        <span className="dk-subtle">{t('reports.streams.lead', { name: lead })}</span>
      </div>
      <Facts stream={stream} length={report.length} />
      {returned !== null && (
        <SectionMessage
          appearance="warning"
          title={t('reports.streams.returnedBy', {
            who: nameIn(report, returned.by),
            when: format.instant(returned.at),
          })}
        >
          <p className="dk-lines">{returned.why}</p>
        </SectionMessage>
      )}
      {answer !== null && <Answered report={report} answer={answer} />}
      {isOpen(report) && (
        <div className="dk-row">
          {mayAnswer ? (
            <Button
              spacing="compact"
              aria-label={t('reports.streams.of', { action: write, stream: name })}
              onClick={props.onAnswer}
            >
              {write}
            </Button>
          ) : (
            <span className="dk-subtle">{t('reports.streams.notYou', { lead })}</span>
          )}
          {report.rights.review && answer !== null && returned === null && (
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={t('reports.streams.of', { action: t('reports.streams.giveBack'), stream: name })}
              onClick={props.onReturn}
            >
              {t('reports.streams.giveBack')}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function StreamState({ report, stream }: { readonly report: ReportView; readonly stream: Stream }) {
  if (stream.returned !== null) return <Toned tone="warning">{t('reports.streams.returned')}</Toned>;
  if (stream.answer !== null) return <Toned tone="success">{t('reports.streams.answered')}</Toned>;
  return report.state === 'collecting' ? (
    <Toned tone="neutral">{t('reports.streams.noAnswer.open')}</Toned>
  ) : (
    <Toned tone="danger">{t('reports.streams.noAnswer.closed')}</Toned>
  );
}

function Answered(props: { readonly report: ReportView; readonly answer: NonNullable<Stream['answer']> }) {
  const { report, answer } = props;
  const format = useFormat();
  const said = [
    [t('reports.answer.fields.needsDecision'), answer.needsDecision],
    [t('reports.answer.fields.blocked'), answer.blocked],
    [t('reports.answer.fields.done'), answer.done],
    [t('reports.answer.fields.next'), answer.next],
    [
      t('reports.answer.fields.confidence'),
      answer.confidence === null ? '' : t(`reports.answer.confidences.${answer.confidence}`),
    ],
  ] as const;
  return (
    <>
      <dl className="dk-facts">
        {said.map(
          ([title, value]) =>
            value !== '' && (
              <div key={title}>
                <dt>{title}</dt>
                <dd className="dk-lines">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="dk-subtle">
        {t(`reports.streams.source.${answer.source}`, {
          who: nameIn(report, answer.by),
          when: format.instant(answer.at),
        })}
      </p>
    </>
  );
}

function ReturnDialog(props: Part & { readonly stream: Stream; readonly onClose: () => void }) {
  const { id, name } = props.stream;
  return (
    <ReasonDialog
      path="why"
      words={{
        title: t('reports.giveBack.title', { stream: name }),
        help: t('reports.giveBack.help'),
        reason: t('reports.giveBack.why'),
        missing: t('reports.giveBack.whyMissing'),
        send: t('reports.giveBack.send'),
        failed: t('reports.giveBack.failed'),
      }}
      send={(reason) =>
        stepped(
          call(reports.returnStream, { label: props.report.label, streamId: id, why: reason }),
          t('reports.giveBack.done', { stream: name }),
          props,
        )
      }
      onClose={props.onClose}
    />
  );
}
