import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { ImportedRowView, RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import { stateOf, type Names } from '../columns';
import { Value } from '../value';

/** The order in which people look: what went wrong first. */
const OUTCOMES = ['refused', 'create', 'change', 'same'] as const;
const HEAD = ['row', 'outcome', 'record', 'details'] as const;
const PAGE = 50;

interface Props {
  readonly register: RegisterView;
  readonly names: Names;
  readonly results: readonly ImportedRowView[];
  /** What the file calls each row's record, by line. */
  readonly summaries: ReadonlyMap<number, string>;
  /** Rows that are done; the others say what they would do. */
  readonly applied: ReadonlySet<number>;
  readonly titleOf: (column: string) => string;
}

/** What each row of a file does, and why one does not. */
export function OutcomeTable(props: Props) {
  const { results } = props;
  const { number } = useFormat();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [page, setPage] = useState(0);
  const count = (outcome: string) => results.filter(({ does }) => does === outcome).length;
  const shown = results.filter(({ does }) => chosen === '' || does === chosen);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const at = Math.min(page, pages - 1);
  return (
    <div className="dk-stack">
      <p role="status">
        {OUTCOMES.map(
          (outcome) => `${t(`registers.exchange.import.outcomes.${outcome}`)}: ${number(count(outcome))}`,
        ).join(' · ')}
      </p>
      <div className="dk-toolbar">
        <div className="dk-labelled">
          <label className="dk-subtle" htmlFor={id}>
            {t('registers.exchange.import.show')}
          </label>
          <select
            id={id}
            className="dk-input"
            value={chosen}
            onChange={({ currentTarget: { value } }) => {
              setChosen(value);
              setPage(0);
            }}
          >
            <option value="">
              {t('registers.exchange.import.allRows', { rows: number(results.length) })}
            </option>
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {`${t(`registers.exchange.import.outcomes.${outcome}`)} (${number(count(outcome))})`}
              </option>
            ))}
          </select>
        </div>
        {pages > 1 && (
          <div className="dk-row">
            <Button isDisabled={at === 0} onClick={() => setPage(at - 1)}>
              {t('registers.exchange.import.before')}
            </Button>
            <span className="dk-subtle">{t('registers.exchange.import.page', { page: at + 1, pages })}</span>
            <Button isDisabled={at === pages - 1} onClick={() => setPage(at + 1)}>
              {t('registers.exchange.import.next')}
            </Button>
          </div>
        )}
      </div>
      <div className="dk-table">
        <table className="dk-compare">
          <thead>
            <tr>
              {HEAD.map((name) => (
                <th key={name} scope="col">
                  {t(`registers.exchange.import.head.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.slice(at * PAGE, (at + 1) * PAGE).map((row) => (
              <Row key={row.line} {...props} row={row} />
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={4}>{t('registers.exchange.import.none')}</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({
  register,
  names,
  summaries,
  applied,
  titleOf,
  row,
}: Props & { readonly row: ImportedRowView }) {
  const { line, does, id, issueKey, changes, problems, note } = row;
  const field = (key: string) => register.fields.find((one) => one.key === key);
  const shown = (key: string, value: unknown) => {
    const of = field(key);
    if (!of) return stateOf(register, String(value)).label;
    return <Value field={of} value={value} names={names} plain />;
  };
  return (
    <tr>
      <th scope="row">{line}</th>
      <td>
        <span className={does === 'refused' ? 'dk-refused' : undefined}>
          {applied.has(line) && does !== 'refused'
            ? t(`registers.exchange.import.doneOutcomes.${does}`)
            : t(`registers.exchange.import.outcomes.${does}`)}
        </span>
      </td>
      <td className="dk-unbroken">{[id, issueKey].filter((part) => part !== null).join(', ')}</td>
      <td>
        <ul className="dk-plain-list">
          {does === 'create' && <li>{summaries.get(line)}</li>}
          {problems.map(({ column, message }) => (
            <li key={`${column}${message}`}>
              {column !== null && <strong>{`${titleOf(column)}: `}</strong>}
              {message}
            </li>
          ))}
          {changes.map(({ field: key, from, to }) => (
            <li key={key}>
              <strong>{`${field(key)?.label ?? titleOf(key)}: `}</strong>
              {shown(key, from)} <span aria-label={t('registers.exchange.import.becomes')}>→</span>{' '}
              {shown(key, to)}
            </li>
          ))}
          {note !== null && <li className="dk-subtle">{note}</li>}
        </ul>
      </td>
    </tr>
  );
}
