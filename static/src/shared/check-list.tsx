import { useState } from 'react';
import { inSentence, t } from './i18n';

export interface Check {
  readonly value: string;
  readonly label: string;
  readonly count?: number;
  readonly isFixed?: boolean;
}

/** From here on a list is quicker searched than read. */
const SEARCHED_FROM = 9;

/** Any of several, as boxes to tick; a long list has a search. */
export function CheckList(props: {
  readonly legend: string;
  readonly choices: readonly Check[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
}) {
  const [search, setSearch] = useState('');
  const term = search.trim().toLowerCase();
  const shown = props.choices.filter(({ label }) => label.toLowerCase().includes(term));
  return (
    <fieldset className="dk-group">
      <legend>{props.legend}</legend>
      {props.choices.length >= SEARCHED_FROM && (
        <input
          type="search"
          className="dk-input"
          aria-label={t('shared.searchIn', { list: inSentence(props.legend) })}
          placeholder={t('shared.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      {shown.map(({ value, label, count, isFixed = false }) => (
        <label key={value} className="dk-choice">
          <input
            type="checkbox"
            checked={props.chosen.includes(value)}
            disabled={isFixed}
            onChange={() => props.onToggle(value)}
          />
          <span>{label}</span>
          {count !== undefined && <span className="dk-subtle">{count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
