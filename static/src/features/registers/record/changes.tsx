import type { RegisterView, TimelineEntry } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import type { Names } from '../columns';
import { Value } from '../value';

/** Field by field, what was and what is; texts that fill a page stay folded. */
export function Changes(props: {
  readonly register: RegisterView;
  readonly changes: TimelineEntry['changes'];
  readonly names: Names;
}) {
  const { register, changes, names } = props;
  if (changes.length === 0) return null;
  return (
    <ul className="dk-changes">
      {changes.map(({ field: key, from, to }) => {
        const field = register.fields.find((one) => one.key === key);
        // A field that the register no longer has: its old values are still part of the story.
        if (field === undefined) return <li key={key}>{`${key}: ${shown(from)} → ${shown(to)}`}</li>;
        return (
          <li key={key}>
            {field.kind === 'longText' ? (
              <details>
                <summary>{t('registers.record.timeline.rewritten', { label: field.label })}</summary>
                <p className="dk-subtle dk-small">{t('registers.record.timeline.before')}</p>
                <Value field={field} value={from} names={names} />
                <p className="dk-subtle dk-small">{t('registers.record.timeline.after')}</p>
                <Value field={field} value={to} names={names} />
              </details>
            ) : (
              <>
                {field.label}: <Value field={field} value={from} names={names} plain />
                {' → '}
                <Value field={field} value={to} names={names} plain />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
