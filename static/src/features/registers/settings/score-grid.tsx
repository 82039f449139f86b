import type { ReactNode } from 'react';
import { FieldGroup } from '../../../shared/field';
import { inSentence, t } from '../../../shared/i18n';
import { useFormat } from '../../../shared/viewer';
import type { Part } from '../../settings/part';
import { bandOf } from '../columns';
import { levelText } from '../heat-map/heat-cells';
import { cellsOf, scoresOf, toRegisterSettings, type RegisterInput } from './register-input';

/** The map as it will look with what stands in the form; where each cell has its own score, it is typed right here. */
export function ScoreGrid({
  axes,
  input,
  onChange,
}: Part<RegisterInput> & { readonly axes: { readonly probability: string; readonly impact: string } }) {
  const { scales, bands, appetite } = toRegisterSettings(input);
  const scores = scoresOf(input);
  const cells = cellsOf(input);
  const set = (p: number, i: number, value: string) =>
    onChange({
      cells: cells.map((row, at) => row.map((cell, index) => (at === p && index === i ? value : cell))),
    });
  return (
    <FieldGroup path="rule.cells" legend={t('registers.settings.preview.title')}>
      <table className="dk-heat">
        <tbody>
          {scores
            .map((row, p) => (
              <tr key={p}>
                <th scope="row">{levelText(scales.probability, p + 1)}</th>
                {row.map((score, i) => (
                  <td key={i}>
                    <Cell
                      score={score}
                      band={Number.isFinite(score) ? bandOf({ bands }, score) : null}
                      isAbove={appetite !== null && score > appetite}
                    >
                      {input.method === 'matrix' && (
                        <input
                          className="dk-input dk-cell-input"
                          inputMode="decimal"
                          aria-label={t('registers.settings.rule.cell', {
                            probability: levelText(scales.probability, p + 1),
                            impact: levelText(scales.impact, i + 1),
                          })}
                          value={cells[p]?.[i] ?? ''}
                          onChange={(event) => set(p, i, event.currentTarget.value)}
                        />
                      )}
                    </Cell>
                  </td>
                ))}
              </tr>
            ))
            .reverse()}
        </tbody>
        <tfoot>
          <tr>
            <td className="dk-heat-corner">
              {t('registers.settings.preview.corner', {
                probability: axes.probability,
                impact: inSentence(axes.impact),
              })}
            </td>
            {scales.impact.map((_, i) => (
              <th key={i} scope="col">
                {levelText(scales.impact, i + 1)}
              </th>
            ))}
          </tr>
        </tfoot>
      </table>
    </FieldGroup>
  );
}

function Cell(props: {
  readonly score: number;
  readonly band: ReturnType<typeof bandOf>;
  readonly isAbove: boolean;
  readonly children: ReactNode;
}) {
  const { number } = useFormat();
  const { score, band, isAbove } = props;
  return (
    <div className="dk-heat-cell" data-tone={band?.tone ?? 'neutral'} data-above={isAbove}>
      <span className="dk-heat-band">
        {band?.label} {Number.isFinite(score) && number(score)}
        {isAbove && (
          <>
            <span aria-hidden="true"> !</span>
            <span className="dk-hidden"> {t('registers.settings.preview.above')}</span>
          </>
        )}
      </span>
      {props.children}
    </div>
  );
}
