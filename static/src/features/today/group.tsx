import { useRef } from 'react';
import { Link } from 'wouter';
import Button from '@atlaskit/button/default/button';
import type { CommitmentView, NoticeView, TodayView } from '../../api/contract';
import { CallButton } from '../../shared/call-button';
import { t } from '../../shared/i18n';
import { OpenSettings } from '../../shared/project-settings';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import type { Press } from '../commitments/actions/outcome-words';

type AttentionGroup = TodayView['groups'][number];

interface Handlers {
  readonly names: TodayView['names'];
  readonly onSend: (id: string, action: Press) => void;
  readonly onOpen: (id: string) => void;
}

const TONES = { critical: 'danger', serious: 'warning', watch: 'neutral' } as const;

/** What is equally urgent, the most urgent of it first, and where the rest is. */
export function Group({ group, ...handlers }: Handlers & { readonly group: AttentionGroup }) {
  const format = useFormat();
  const { severity, count, exact, rows, notices } = group;
  const heading = `today-${severity}`;
  const more = count - rows.length - notices.length;
  const shown = format.number(count);
  return (
    <section aria-labelledby={heading} className="dk-today-group">
      <h2 id={heading}>
        <Toned tone={TONES[severity]}>{t(`today.groups.${severity}`)}</Toned>{' '}
        <span className="dk-today-count">{exact ? shown : t('today.about', { count: shown })}</span>
      </h2>
      <ul className="dk-today-rows">
        {rows.map((row) => (
          <Row key={row.id} row={row} {...handlers} />
        ))}
        {notices.map((notice) => (
          <Notice key={notice.id} notice={notice} names={handlers.names} />
        ))}
        {more > 0 && (
          <li>
            <Link href={`/commitments?severity=${severity}`}>
              {t('today.more', {
                count: exact ? format.number(more) : t('today.about', { count: format.number(more) }),
              })}
            </Link>
          </li>
        )}
      </ul>
    </section>
  );
}

function Row({ row, names, onSend, onOpen }: Handlers & { readonly row: CommitmentView }) {
  const format = useFormat();
  const { item, owner } = row;
  const more = useRef<HTMLButtonElement>(null);
  // The button goes once it is pressed: the focus stays in its line.
  const sendAndStay: Handlers['onSend'] = (...what) => {
    more.current?.focus();
    onSend(...what);
  };
  return (
    <li className="dk-today-row">
      <div className="dk-today-what">
        <p>
          <SiteLink url={row.url}>
            <bdi>{item}</bdi>
          </SiteLink>{' '}
          <bdi>{row.summary}</bdi>
        </p>
        <p className="dk-subtle">
          {row.attention?.why} {t('today.due', { date: format.day(row.dueDate) })}
          {owner !== null && (
            <>
              {' · '}
              <bdi>{names[owner] ?? t('shared.unknownPerson')}</bdi>
            </>
          )}
          {row.snoozedUntil !== null && (
            <> · {t('followUp.snoozed', { date: format.day(row.snoozedUntil) })}</>
          )}
        </p>
      </div>
      <div className="dk-today-do">
        <First row={row} onSend={sendAndStay} onOpen={onOpen} />
        <Button
          ref={more}
          appearance="subtle"
          aria-label={t('today.moreAbout', { item })}
          onClick={() => onOpen(row.id)}
        >
          {t('today.moreActions')}
        </Button>
      </div>
    </li>
  );
}

/** The one thing to do first. What needs a word more is asked for where everything else stands. */
function First({ row, onSend, onOpen }: Omit<Handlers, 'names'> & { readonly row: CommitmentView }) {
  const { id, item, record, attention } = row;
  const action = attention?.action ?? 'open';
  const about = <span className="dk-hidden"> {item}</span>;
  switch (action) {
    case 'open':
      return (
        <SiteLink url={row.url}>
          {t('today.actions.open')}
          {about}
        </SiteLink>
      );
    case 'decide':
      return record === null ? null : (
        <Link href={`/registers/${record.kind}/${record.issueKey}`}>
          {t('today.actions.decide')}
          {about}
        </Link>
      );
    case 'remind':
    case 'escalate':
    case 'wake':
      return (
        <CallButton onClick={() => onSend(id, action)}>
          {t(`today.actions.${action}`)}
          {about}
        </CallButton>
      );
    default:
      return (
        <Button onClick={() => onOpen(id)}>
          {t(`today.actions.${action}`)}
          {about}
        </Button>
      );
  }
}

function Notice({ notice, names }: { readonly notice: NoticeView; readonly names: TodayView['names'] }) {
  const { item, url, register, recipient, why } = notice;
  const who = recipient === null ? null : (names[recipient] ?? t('shared.unknownPerson'));
  return (
    <li className="dk-today-row">
      <div className="dk-today-what">
        <p>
          {url !== null && (
            <SiteLink url={url}>
              <bdi>{item}</bdi>
            </SiteLink>
          )}
          {register !== null && <Link href={`/registers/${register}`}>{item}</Link>}{' '}
          {who !== null && t('today.untold', { who })}
        </p>
        <p className="dk-subtle">{why}</p>
      </div>
      <div className="dk-today-do">
        {url !== null ? (
          <SiteLink url={url}>
            {t('today.actions.open')}
            <span className="dk-hidden"> {item}</span>
          </SiteLink>
        ) : register !== null ? (
          <Link href={`/registers/${register}`}>
            {t('today.actions.open')}
            <span className="dk-hidden"> {item}</span>
          </Link>
        ) : (
          <OpenSettings />
        )}
      </div>
    </li>
  );
}
