import { t } from '../../../shared/i18n';
import type { CsvFile } from './read-csv';
import type { UsedImport } from './use-import';

/** What each column of a file stands for: found by its heading, and open to be chosen otherwise. */
export function ColumnChoice({ used, file }: { readonly used: UsedImport; readonly file: CsvFile }) {
  const { keys, choices, mappingProblem } = used;
  return (
    <details className="dk-folded" open={used.stage === 'choosing'}>
      <summary>{t('registers.exchange.import.columns')}</summary>
      <div className="dk-columns-of-file">
        {file.titles.map((title, index) => {
          const name = title === '' ? t('registers.exchange.import.noTitle', { number: index + 1 }) : title;
          return (
            <label key={index}>
              <span className="dk-one-line" title={name}>
                {name}
              </span>
              <select
                className="dk-input"
                aria-label={t('registers.exchange.import.columnOf', { title: name })}
                value={keys[index] ?? ''}
                onChange={({ currentTarget: { value } }) => used.map(index, value === '' ? null : value)}
              >
                <option value="">{t('registers.exchange.import.leaveOut')}</option>
                {choices.map((choice) => (
                  <option key={choice.key} value={choice.key}>
                    {choice.title}
                  </option>
                ))}
              </select>
            </label>
          );
        })}
      </div>
      {mappingProblem !== undefined && <p role="alert">{mappingProblem}</p>}
    </details>
  );
}
