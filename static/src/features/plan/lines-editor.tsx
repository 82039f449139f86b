import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { BareField, PartError } from '../../shared/field';
import { type Below, t } from '../../shared/i18n';
import { changedRow, withoutRow, withRow } from '../settings/rows';
import type { Line } from './plan-form';

export interface LineColumn {
  readonly key: Below<'plan.columns'>;
  readonly type?: 'text' | 'date' | 'month' | 'money';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** Lines of text cells under a heading each; what is wrong stands in the cell at fault. */
export function LinesEditor(props: {
  /** The list in the request: `costs`. */
  readonly path: string;
  /** One line, in a word. */
  readonly what: string;
  readonly columns: readonly LineColumn[];
  readonly lines: readonly Line[];
  /** The cells that a new line begins with. */
  readonly begin: () => Readonly<Record<string, string>>;
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const { path, what, columns, lines, onChange } = props;
  return (
    <div className="dk-stack">
      <PartError path={path} />
      {lines.length > 0 && (
        <div className="dk-table">
          <table className="dk-compare dk-lines-table">
            <thead>
              <tr>
                {columns.map(({ key }) => (
                  <th key={key} scope="col">
                    {t(`plan.columns.${key}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {lines.map((line, at) => (
                <tr key={line.row}>
                  {columns.map((column) => (
                    <td key={column.key}>
                      <Cell
                        path={`${path}.${at}.${column.key}`}
                        label={t('plan.edit.cellLabel', {
                          what,
                          number: at + 1,
                          column: t(`plan.columns.${column.key}`),
                        })}
                        column={column}
                        value={line.cells[column.key] ?? ''}
                        onChange={(value) =>
                          onChange(
                            changedRow(lines, line.row, { cells: { ...line.cells, [column.key]: value } }),
                          )
                        }
                      />
                    </td>
                  ))}
                  <td>
                    <Button
                      spacing="compact"
                      appearance="subtle"
                      aria-label={t('plan.edit.remove', { what, number: at + 1 })}
                      onClick={() => onChange(withoutRow(lines, line.row))}
                    >
                      ×
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="dk-row">
        <Button
          spacing="compact"
          onClick={() => onChange(withRow<Omit<Line, 'row'>>(lines, { cells: props.begin() }))}
        >
          {t('plan.edit.add')}
        </Button>
      </div>
    </div>
  );
}

function Cell(props: {
  readonly path: string;
  readonly label: string;
  readonly column: LineColumn;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { column, label, value, onChange } = props;
  return (
    <BareField path={props.path}>
      {({ isInvalid, ...control }) =>
        column.options ? (
          <select
            {...control}
            className="dk-select"
            aria-invalid={isInvalid}
            aria-label={label}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="">{t('plan.edit.noVersion')}</option>
            {column.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        ) : (
          <Textfield
            {...control}
            isInvalid={isInvalid}
            isCompact
            aria-label={label}
            type={column.type === 'date' || column.type === 'month' ? column.type : 'text'}
            {...(column.type === 'money' ? { inputMode: 'decimal' as const } : {})}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </BareField>
  );
}
