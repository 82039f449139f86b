import { useId } from 'react';
import { CheckList } from '../check-list';
import { t } from '../i18n';
import { Popup } from '../popup';
import type { UsedTable } from './use-table-state';

interface Named {
  readonly key: string;
  readonly label: string;
}

/** Looks for words in every line. */
export function SearchBox(props: {
  readonly label: string;
  readonly table: Pick<UsedTable, 'filter' | 'change'>;
}) {
  const { label, table } = props;
  return (
    <input
      type="search"
      className="dk-input dk-search"
      aria-label={label}
      placeholder={label}
      value={table.filter.text}
      onChange={({ currentTarget: { value } }) => table.change((before) => ({ ...before, text: value }))}
    />
  );
}

/** Puts lines that share a value under one heading. */
export function GroupChoice(props: {
  readonly columns: readonly Named[];
  readonly table: Pick<UsedTable, 'groupBy' | 'group'>;
}) {
  const id = useId();
  const { columns, table } = props;
  return (
    <div className="dk-labelled">
      <label className="dk-subtle" htmlFor={id}>
        {t('shared.table.groupBy')}
      </label>
      <select
        id={id}
        className="dk-input"
        value={table.groupBy ?? ''}
        onChange={({ currentTarget: { value } }) => table.group(value === '' ? null : value)}
      >
        <option value="">{t('shared.table.noGroup')}</option>
        {columns.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Which columns are shown; those that say what a line is stay. */
export function ColumnChoice(props: {
  readonly columns: readonly Named[];
  readonly fixed: readonly string[];
  readonly shown: readonly string[];
  readonly toggle: (key: string) => void;
  readonly reset: () => void;
}) {
  const { columns, fixed, shown } = props;
  return (
    <Popup label={t('shared.table.columns')}>
      <CheckList
        legend={t('shared.table.columns')}
        choices={columns.map(({ key, label }) => ({ value: key, label, isFixed: fixed.includes(key) }))}
        chosen={[...new Set([...shown, ...fixed])]}
        onToggle={props.toggle}
      />
      <button type="button" className="dk-text-button" onClick={props.reset}>
        {t('shared.table.standardColumns')}
      </button>
    </Popup>
  );
}
