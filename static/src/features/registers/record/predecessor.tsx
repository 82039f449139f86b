import type { z } from 'zod';
import type { RecordView, RegisterView, registers } from '../../../api/contract';
import { inSentence, t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import { stateOf, type Names } from '../columns';
import { same } from '../conflict';
import { Changes } from './changes';

type Before = NonNullable<z.infer<typeof registers.read.response>['predecessor']>;

/** On a correction: what was decided before it. */
export function Predecessor(props: {
  readonly register: RegisterView;
  readonly record: RecordView;
  readonly before: Before;
  readonly names: Names;
}) {
  const { register, record, before, names } = props;
  const format = useFormat();
  const keys = [...new Set([...Object.keys(before.values), ...Object.keys(record.values)])];
  const changes = keys
    .map((field) => ({ field, from: before.values[field] ?? null, to: record.values[field] ?? null }))
    .filter(({ from, to }) => !same(from, to));
  return (
    <section
      className="dk-section"
      aria-label={t('registers.record.predecessor.title', { revision: before.revision })}
    >
      <h3>{t('registers.record.predecessor.title', { revision: before.revision })}</h3>
      {changes.length === 0 ? (
        <p className="dk-subtle">{t('registers.record.predecessor.nothing')}</p>
      ) : (
        <>
          <p className="dk-subtle">
            {t('registers.record.predecessor.was', {
              state: inSentence(stateOf(register, before.state).label),
              when: format.instant(before.at),
            })}
          </p>
          <Changes {...{ register, names, changes }} />
        </>
      )}
    </section>
  );
}
