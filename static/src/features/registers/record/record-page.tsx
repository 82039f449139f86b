import '../record.css';
import { Suspense, useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import SectionMessage from '@atlaskit/section-message/section-message';
import type { z } from 'zod';
import { registers, type RecordView } from '../../../api/contract';
import { inSentence, t } from '../../../shared/i18n';
import { lazyPart } from '../../../shared/lazy-part';
import { Empty, Loaded } from '../../../shared/loaded';
import { useSubject } from '../../../shared/panel';
import { SiteLink } from '../../../shared/site-link';
import { useCall } from '../../../shared/use-call';
import { stateOf } from '../columns';
import { State } from '../lozenges';
import { RecordFacts } from '../record-facts';
import { inViewersWords } from '../register-words';
import type { Task } from '../save-record';
import { UnreadableRecord } from '../unreadable';
import { ApprovalPanel } from './approval-panel';
import { LinkedIssues } from './linked-issues';
import { Predecessor } from './predecessor';
import { Promises } from './promises';
import { RecordActions } from './record-actions';
import { ScoresTable } from './scores-table';
import { Timeline } from './timeline';

const RecordDialog = lazyPart(async () => ({ default: (await import('../record-dialog')).RecordDialog }));

type Answer = z.infer<typeof registers.read.response>;

/** One record with all that is known about it, in the place of its register's table. */
export function RecordPage(props: {
  readonly kind: string;
  readonly issueKey: string;
  readonly onBack: () => void;
  readonly onChanged: () => void;
}) {
  const { kind, issueKey } = props;
  const file = useCall(registers.read, { kind, issueId: issueKey });
  const answer = file.loading.state === 'ready' ? file.loading.value : null;
  const title = answer?.register.title ?? t('registers.register');
  const record = answer?.record ?? null;
  useSubject(
    record === null ? issueKey : `${record.id ?? issueKey} ${record.summary}`,
    answer?.register.title ?? '',
  );
  const changed = () => {
    void file.reload();
    props.onChanged();
  };
  return (
    <div className="dk-stack">
      <div>
        <Button appearance="subtle" spacing="compact" onClick={props.onBack}>
          ← {t('registers.record.back', { title: inSentence(title) })}
        </Button>
      </div>
      <Loaded of={file} what={t('registers.record.what')} shape="record">
        {(found) => {
          const answer = { ...found, register: inViewersWords(found.register) };
          if (answer.unreadable !== null)
            return (
              <UnreadableRecord register={answer.register} record={answer.unreadable} onRestored={changed} />
            );
          if (answer.record === null)
            return <Empty title={t('registers.record.gone.title')} text={t('registers.record.gone.text')} />;
          return <Whole {...answer} record={answer.record} onChanged={changed} />;
        }}
      </Loaded>
    </div>
  );
}

function Whole(props: Answer & { readonly record: RecordView; readonly onChanged: () => void }) {
  const { register, record, names, links } = props;
  const [notice, setNotice] = useState<string | null>(null);
  const [task, setTask] = useState<Task | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // A reader who cannot see the screen change hears where they are now.
  useEffect(() => title.current?.focus(), []);

  const changed = (note: string | null) => {
    setNotice(note);
    props.onChanged();
  };
  const overtaken = (theirs: RecordView) =>
    changed(t('registers.conflict.nowAt', { label: inSentence(stateOf(register, theirs.state).label) }));
  const changes = { onChanged: changed, onOvertaken: overtaken };
  return (
    <article className="dk-record">
      <header className="dk-section">
        <p className="dk-row">
          {record.id !== null && <strong>{record.id}</strong>}
          <SiteLink url={record.url}>{record.issueKey}</SiteLink>
        </p>
        <h2 ref={title} tabIndex={-1} className="dk-record-title">
          {record.summary}
        </h2>
        {notice !== null && (
          <SectionMessage appearance="information">
            <p>{notice}</p>
          </SectionMessage>
        )}
        {props.canEdit ? (
          <RecordActions
            {...{ register, record, names, ...changes }}
            onEdit={() => setTask({ do: record.rights.edit ? 'edit' : 'correct', record })}
          />
        ) : (
          <p className="dk-row">
            <State register={register} state={record.state} />
            <span className="dk-subtle">{t('registers.readOnly')}</span>
          </p>
        )}
      </header>
      <div className="dk-record-main">
        <ScoresTable {...{ register, record }} />
        <RecordFacts {...{ register, record, names }} without={Object.keys(links)} />
        <LinkedIssues {...{ register, links }} />
      </div>
      <div className="dk-record-side">
        {record.approval !== null && (
          <ApprovalPanel {...{ register, record, names, ...changes }} approval={record.approval} />
        )}
        {props.predecessor !== null && (
          <Predecessor {...{ register, record, names }} before={props.predecessor} />
        )}
        <Promises {...{ register }} promises={props.promises} />
        <section className="dk-section" aria-label={t('registers.record.timeline.title')}>
          <h3>{t('registers.record.timeline.title')}</h3>
          <Timeline {...{ register, names }} entries={props.timeline} />
        </section>
      </div>
      {task !== null && (
        <Suspense fallback={null}>
          <RecordDialog
            {...{ register, names, task }}
            onClose={() => setTask(null)}
            onChanged={() => changed(null)}
          />
        </Suspense>
      )}
    </article>
  );
}
