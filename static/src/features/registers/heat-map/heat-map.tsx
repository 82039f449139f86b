import { useRef } from 'react';
import type { RegisterView } from '../../../api/contract';
import { t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import { thingsOf } from '../register-words';
import { useGridFocus, cellName } from '../../../shared/table/use-grid-focus';
import { cellValue, levelText, type HeatCell, type Rating } from './heat-cells';

/**
 * Probability by impact, with how many records stand in each field. Each field says its number and its band in words: the
 * colour only repeats them. A field that is chosen filters the table.
 */
export function HeatMap(props: {
  readonly register: RegisterView;
  readonly rating: Rating;
  readonly cells: readonly (readonly HeatCell[])[];
  /** Values of the chosen fields. */
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
}) {
  const { register, cells, rating } = props;
  const { scales } = register;
  const table = useRef<HTMLTableElement>(null);
  const { focused, keep } = useGridFocus(table, {
    rows: cells.length,
    columns: scales.impact.length,
    page: cells.length,
  });
  return (
    <table
      ref={table}
      role="grid"
      className="dk-heat"
      aria-label={`${t('registers.table.map.title')}: ${rating.label}. ${t('registers.table.map.help')}`}
      {...keep}
    >
      <tbody>
        {cells.map((row, at) => (
          <tr key={row[0]?.probability}>
            <th scope="row">
              <span className="dk-hidden">{t('registers.table.map.probability')} </span>
              {levelText(scales.probability, row[0]?.probability ?? 0)}
            </th>
            {row.map((cell, column) => (
              <td key={cell.impact} role="gridcell">
                <Field
                  register={register}
                  cell={cell}
                  name={cellName({ row: at, column })}
                  tabIndex={focused.row === at && focused.column === column ? 0 : -1}
                  isChosen={props.chosen.includes(cellValue(cell))}
                  onChoose={props.onChoose}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="dk-heat-corner" aria-hidden="true">
            {t('registers.table.map.probability')} ↑
            <br />
            {t('registers.table.map.impact')} →
          </td>
          {scales.impact.map((_, index) => (
            <th key={index} scope="col">
              <span className="dk-hidden">{t('registers.table.map.impact')} </span>
              {levelText(scales.impact, index + 1)}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Field(props: {
  readonly register: RegisterView;
  readonly cell: HeatCell;
  readonly name: string;
  readonly tabIndex: number;
  readonly isChosen: boolean;
  readonly onChoose: (value: string) => void;
}) {
  const { cell, register } = props;
  const { number } = useFormat();
  const { scales } = register;
  const values = {
    probability: `${t('registers.table.map.probability')} ${levelText(scales.probability, cell.probability)}`,
    impact: `${t('registers.table.map.impact')} ${levelText(scales.impact, cell.impact)}`,
    score: cell.score,
    count: thingsOf(register, cell.count),
  };
  const label =
    cell.band === null
      ? t('registers.table.map.cell', values)
      : t('registers.table.map.cellInBand', { ...values, band: cell.band.label });
  return (
    <button
      type="button"
      className="dk-heat-cell"
      data-tone={cell.band?.tone ?? 'neutral'}
      data-cell={props.name}
      tabIndex={props.tabIndex}
      aria-pressed={props.isChosen}
      onClick={() => props.onChoose(cellValue(cell))}
    >
      <span className="dk-hidden">{`${label}${t('registers.table.map.moves', { up: cell.up, down: cell.down })}`}</span>
      <span className="dk-heat-band" aria-hidden="true">
        {cell.band?.label} {number(cell.score)}
      </span>
      <span className="dk-heat-count" aria-hidden="true">
        {cell.count === 0 ? '' : number(cell.count)}
      </span>
      <span className="dk-heat-moves" aria-hidden="true">
        {cell.up > 0 && `↑${number(cell.up)}`} {cell.down > 0 && `↓${number(cell.down)}`}
      </span>
    </button>
  );
}
