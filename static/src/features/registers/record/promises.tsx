import type { z } from 'zod';
import type { RegisterView, registers } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';

type Promised = z.infer<typeof registers.read.response>['promises'];

/** Dates that were moved: the first that was given, and every later one. */
export function Promises(props: { readonly register: RegisterView; readonly promises: Promised }) {
  const format = useFormat();
  if (props.promises.length === 0) return null;
  return (
    <section className="dk-section" aria-label={t('registers.record.promises.title')}>
      <h3>{t('registers.record.promises.title')}</h3>
      <ul className="dk-list">
        {props.promises.map(({ field, dates }) => (
          <li key={field}>
            <strong>{props.register.fields.find(({ key }) => key === field)?.label ?? field}</strong>
            <span>
              {dates
                .map(({ date }, index) => {
                  const shown = format.date(date);
                  if (index === 0) return t('registers.record.promises.first', { date: shown });
                  return index === dates.length - 1
                    ? t('registers.record.promises.now', { date: shown })
                    : t('registers.record.promises.then', { date: shown });
                })
                .join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
