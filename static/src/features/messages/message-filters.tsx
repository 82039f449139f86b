import '../../shared/table/table.css';
import type { MessageView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import type { MessageFilter } from './message-filter';

const STATES = [
  'sent',
  'withheld',
  'withdrawn',
  'claimed',
] as const satisfies readonly MessageView['state'][];

/** By what became of them, and by words. */
export function MessageFilters(props: {
  readonly of: readonly MessageView[];
  readonly filter: MessageFilter;
  readonly onChange: (filter: MessageFilter) => void;
}) {
  const { filter, onChange } = props;
  const { number } = useFormat();
  const counted = (state: MessageView['state']) => props.of.filter((one) => one.state === state).length;
  return (
    <div className="dk-filters">
      <input
        type="search"
        className="dk-input dk-search"
        aria-label={t('messages.filter.search')}
        placeholder={t('messages.filter.search')}
        value={filter.text}
        onChange={({ currentTarget }) => onChange({ ...filter, text: currentTarget.value })}
      />
      <div className="dk-labelled">
        <label className="dk-subtle" htmlFor="dk-message-state">
          {t('messages.columns.state')}
        </label>
        <select
          id="dk-message-state"
          className="dk-input"
          value={filter.state ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, state: STATES.find((state) => state === value) ?? null })
          }
        >
          <option value="">{t('messages.filter.all')}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t('messages.filter.counted', {
                state: t(`messages.states.${state}`),
                count: number(counted(state)),
              })}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
