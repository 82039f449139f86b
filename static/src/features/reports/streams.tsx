import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import { call } from '../../api/call';
import { type ReportView, reports } from '../../api/contract';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { AnswerDialog } from './answer-dialog';
import { Facts } from './facts';
import { text } from './messages';
import { ReasonDialog } from './reason-dialog';
import { isOpen, nameIn, type Part, stepped } from './step';

type Stream = ReportView['streams'][number];
const words = text.streams;

/** What each lead says, who has not said anything, and what was given back. */
export function Streams(props: Part) {
  const { report } = props;
  const [opened, setOpened] = useState<{ readonly what: 'answer' | 'return'; readonly id: string } | null>(
    null,
  );
  const close = () => setOpened(null);
  const stream = report.streams.find(({ id }) => id === opened?.id);
  return (
    <section className="dk-section" aria-label={words.title}>
      <h3>{words.title}</h3>
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
  if (streams.length === 0) return <p className="dk-subtle">{words.none}</p>;
  const missing = streams.filter(({ answer }) => answer === null);
  if (missing.length === 0) return <p className="dk-subtle">{words.complete}</p>;
  const names = missing.map(({ name, leadId }) => `${name} (${nameIn(report, leadId)})`).join(', ');
  return <p>{state === 'collecting' ? words.waiting(names) : words.missing(names)}</p>;
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
  const write = answer === null ? words.write : words.change;
  return (
    <article className="dk-stack" aria-label={name}>
      <div className="dk-row">
        <h4>{name}</h4>
        <StreamState report={report} stream={stream} />
        <span className="dk-subtle">{words.lead(lead)}</span>
      </div>
      <Facts stream={stream} />
      {returned !== null && (
        <SectionMessage
          appearance="warning"
          title={words.returnedBy(nameIn(report, returned.by), format.instant(returned.at))}
        >
          <p className="dk-lines">{returned.why}</p>
        </SectionMessage>
      )}
      {answer !== null && <Answered report={report} answer={answer} />}
      {isOpen(report) && (
        <div className="dk-row">
          {mayAnswer ? (
            <Button spacing="compact" aria-label={words.of(write, name)} onClick={props.onAnswer}>
              {write}
            </Button>
          ) : (
            <span className="dk-subtle">{words.notYou(lead)}</span>
          )}
          {report.rights.review && answer !== null && returned === null && (
            <Button
              spacing="compact"
              appearance="subtle"
              aria-label={words.of(words.giveBack, name)}
              onClick={props.onReturn}
            >
              {words.giveBack}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

function StreamState({ report, stream }: { readonly report: ReportView; readonly stream: Stream }) {
  if (stream.returned !== null) return <Toned tone="warning">{words.returned}</Toned>;
  if (stream.answer !== null) return <Toned tone="success">{words.answered}</Toned>;
  return report.state === 'collecting' ? (
    <Toned tone="neutral">{words.noAnswer.open}</Toned>
  ) : (
    <Toned tone="danger">{words.noAnswer.closed}</Toned>
  );
}

function Answered(props: { readonly report: ReportView; readonly answer: NonNullable<Stream['answer']> }) {
  const { report, answer } = props;
  const format = useFormat();
  const { fields, confidences } = text.answer;
  const said = [
    [fields.needsDecision, answer.needsDecision],
    [fields.blocked, answer.blocked],
    [fields.done, answer.done],
    [fields.next, answer.next],
    [fields.confidence, answer.confidence === null ? '' : confidences[answer.confidence]],
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
        {words.source[answer.source](nameIn(report, answer.by), format.instant(answer.at))}
      </p>
    </>
  );
}

function ReturnDialog(props: Part & { readonly stream: Stream; readonly onClose: () => void }) {
  const { id, name } = props.stream;
  const { title, help, why, whyMissing, send, done, failed } = text.giveBack;
  return (
    <ReasonDialog
      path="why"
      words={{ title: title(name), help, reason: why, missing: whyMissing, send, failed }}
      send={(reason) =>
        stepped(
          call(reports.returnStream, { label: props.report.label, streamId: id, why: reason }),
          done(name),
          props,
        )
      }
      onClose={props.onClose}
    />
  );
}
