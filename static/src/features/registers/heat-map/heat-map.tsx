import { useRef } from 'react';
import type { RegisterView } from '../../../api/contract';
import { useFormat } from '../../../shared/viewer';
import { text as words } from '../messages';
import { text } from '../table-messages';
import { useGridFocus, cellName } from '../table/use-grid-focus';
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
      aria-label={`${text.map.title}: ${rating.label}. ${text.map.help}`}
      {...keep}
    >
      <tbody>
        {cells.map((row, at) => (
          <tr key={row[0]?.probability}>
            <th scope="row">
              <span className="dk-hidden">{text.map.probability} </span>
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
            {text.map.probability} ↑
            <br />
            {text.map.impact} →
          </td>
          {scales.impact.map((_, index) => (
            <th key={index} scope="col">
              <span className="dk-hidden">{text.map.impact} </span>
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
  const { scales, singular } = register;
  const label = text.map.cell(
    `${text.map.probability} ${levelText(scales.probability, cell.probability)}`,
    `${text.map.impact} ${levelText(scales.impact, cell.impact)}`,
    cell.score,
    cell.band?.label ?? '',
    words.count(cell.count, singular),
  );
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
      <span className="dk-hidden">{`${label}${text.map.moves(cell.up, cell.down)}`}</span>
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
