import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { call } from '../../api/call';
import { messages } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { Empty, Failure, Loaded } from '../../shared/loaded';
import { OpenSettings } from '../../shared/project-settings';
import { useAction } from '../../shared/use-action';
import { useCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { MessageFilters } from './message-filters';
import { EVERY, fits, join, type MessageFilter } from './message-filter';
import { MessageTable } from './message-table';

type Page = z.infer<typeof messages.list.response>;

/** What Docket sent, withdrew and withheld in this project. */
export function MessagesTab() {
  const list = useCall(messages.list, {});
  const [filter, setFilter] = useState<MessageFilter>(EVERY);
  return (
    <Loaded of={list} what={t('messages.what')} shape="table">
      {(newest) =>
        newest.messages.length === 0 ? (
          <Empty title={t('messages.empty.title')} text={t('messages.empty.text')}>
            <OpenSettings />
          </Empty>
        ) : (
          // Older pages begin where the newest ends: they are kept for as long as that is the same place.
          <Messages key={newest.next} newest={newest} filter={filter} onFilter={setFilter} />
        )
      }
    </Loaded>
  );
}

function Messages(props: {
  readonly newest: Page;
  readonly filter: MessageFilter;
  readonly onFilter: (filter: MessageFilter) => void;
}) {
  const { newest, filter } = props;
  const [older, setOlder] = useState<readonly Page[]>([]);
  const { running, problem, run } = useAction();
  const { number } = useFormat();
  const all = useMemo(() => older.reduce(join, newest), [newest, older]);
  const shown = useMemo(() => all.messages.filter(fits(filter, all.names)), [all, filter]);
  const { next } = all;
  const readOn = () =>
    run('older', async () => {
      const page = await call(messages.list, { cursor: next });
      setOlder((before) => [...before, page]);
    });
  return (
    <div className="dk-stack">
      <p className="dk-subtle">{t('messages.intro')}</p>
      <MessageFilters of={all.messages} filter={filter} onChange={props.onFilter} />
      <p role="status" className="dk-subtle">
        {t(next === null ? 'messages.count.all' : 'messages.count.newest', {
          shown: number(shown.length),
          count: all.messages.length,
        })}
      </p>
      {shown.length === 0 ? (
        <Empty title={t('messages.noMatch.title')} text={t('messages.noMatch.text')} />
      ) : (
        <MessageTable messages={shown} names={all.names} />
      )}
      {problem !== null && (
        <Failure title={t('shared.failed', { what: t('messages.what') })} problem={problem} />
      )}
      {next !== null && (
        <div className="dk-row">
          <CallButton isLoading={running !== null} onClick={() => void readOn()}>
            {t('messages.older')}
          </CallButton>
        </div>
      )}
    </div>
  );
}
