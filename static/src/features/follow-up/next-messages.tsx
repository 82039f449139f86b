import type { z } from 'zod';
import type { PlannedView, preview } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Loaded } from '../../shared/loaded';
import type { UsedCall } from '../../shared/use-call';
import { useFormat } from '../../shared/viewer';
import { stageText } from '../messages/stage-text';
import { text } from './messages';

type Plan = z.infer<typeof preview.ofIssue.response>;

/** The next message about an issue with the rule behind it; what would follow is folded. */
export function NextMessages(props: { readonly plan: UsedCall<Plan>; readonly hasDueDate: boolean }) {
  const format = useFormat();
  const { loading } = props.plan;
  if (!props.hasDueDate) return <p className="dk-subtle">{text.noDate}</p>;
  // A project that is switched off has no plan; that is no failure.
  if (loading.state === 'failed' && loading.problem.code === 'BAD_INPUT')
    return <p className="dk-subtle">{loading.problem.message}</p>;
  const words = (message: PlannedView, names: Plan['names']) =>
    [
      stageText(message.stage),
      names[message.recipient] ?? t('shared.unknownPerson'),
      `${format.day(message.local.slice(0, 10))}, ${format.timeOfDay(message.local)}`,
    ] as const;
  return (
    <Loaded of={props.plan} what={text.what}>
      {({ messages: [first, ...later], names }) =>
        first === undefined ? (
          <p className="dk-subtle">{text.nothing}</p>
        ) : (
          <div>
            <p>
              <strong>{text.next(...words(first, names))}</strong>
            </p>
            <p className="dk-subtle">{first.why}</p>
            {later.length > 0 && (
              <details>
                <summary className="dk-summary">{text.later(later.length)}</summary>
                <ul>
                  {later.map((message) => (
                    <li key={`${message.key} ${message.recipient}`}>
                      {text.planned(...words(message, names))}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        )
      }
    </Loaded>
  );
}
