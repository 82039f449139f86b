import SectionMessage from '@atlaskit/section-message/section-message';
import type { z } from 'zod';
import type { registers, RegisterView } from '../../api/contract';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { Score, State } from './lozenges';
import { text } from './messages';

type UnreadableView = z.infer<typeof registers.list.response>['unreadable'][number];

/** Records whose data no longer parses: which, why, and what they last said. */
export function Unreadable(props: {
  readonly register: RegisterView;
  readonly records: readonly UnreadableView[];
}) {
  const format = useFormat();
  if (props.records.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={text.unreadable.title(props.records.length)}>
      <p>{text.unreadable.text}</p>
      <ul>
        {props.records.map((record) => (
          <li key={record.issueId}>
            <SiteLink url={record.url}>{record.issueKey}</SiteLink> {record.summary}: {record.why}{' '}
            {record.lastGood === null ? (
              text.unreadable.noLastGood
            ) : (
              <>
                {text.unreadable.lastGood(
                  record.lastGoodAt === null ? '' : format.instant(record.lastGoodAt),
                )}{' '}
                <State register={props.register} state={record.lastGood.state} />{' '}
                <Score register={props.register} score={record.lastGood.score} />
              </>
            )}
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}
