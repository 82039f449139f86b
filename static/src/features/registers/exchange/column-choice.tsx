import type { CsvFile } from './read-csv';
import { text as words } from './messages';
import type { UsedImport } from './use-import';

const text = words.import;

/** What each column of a file stands for: found by its heading, and open to be chosen otherwise. */
export function ColumnChoice({ used, file }: { readonly used: UsedImport; readonly file: CsvFile }) {
  const { keys, choices, mappingProblem } = used;
  return (
    <details className="dk-folded" open={used.stage === 'choosing'}>
      <summary>{text.columns}</summary>
      <div className="dk-columns-of-file">
        {file.titles.map((title, index) => {
          const name = title === '' ? text.noTitle(index + 1) : title;
          return (
            <label key={index}>
              <span className="dk-one-line" title={name}>
                {name}
              </span>
              <select
                className="dk-input"
                aria-label={text.columnOf(name)}
                value={keys[index] ?? ''}
                onChange={({ currentTarget: { value } }) => used.map(index, value === '' ? null : value)}
              >
                <option value="">{text.leaveOut}</option>
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
