import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/i18n';
import './pictures.css';

/** A chart with its name, its key, and the same numbers as a table for whoever does not see it. */
export function Picture(props: {
  readonly title: string;
  /** What the chart shows, in a sentence. */
  readonly summary: string;
  readonly legend: readonly { readonly name: string; readonly className: string }[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly size: { readonly width: number; readonly height: number };
  readonly children: ReactNode;
}) {
  const id = useId();
  const { width, height } = props.size;
  return (
    <figure className="dk-picture" aria-labelledby={id}>
      <figcaption id={id}>
        <h3>{props.title}</h3>
        <p className="dk-subtle">{props.summary}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {props.children}
      </svg>
      <ul className="dk-legend" aria-hidden="true">
        {props.legend.map(({ name, className }) => (
          <li key={name}>
            <span className={`dk-key ${className}`} />
            {name}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('status.pictures.asTable', { title: props.title })}</summary>
        <div className="dk-table" tabIndex={0} role="group" aria-label={props.title}>
          <table className="dk-compare">
            <thead>
              <tr>
                {props.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.rows.map(([first = '', ...cells]) => (
                <tr key={first}>
                  <th scope="row">{first}</th>
                  {cells.map((cell, index) => (
                    <td key={props.columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
