import Button from '@atlaskit/button/default/button';
import Textfield from '@atlaskit/textfield';
import { BareField, PartError } from '../../shared/field';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { cellKey, filledCells, monthsOf, type PlanForm, toMinor } from './plan-form';

/** The budget: a row a month, a column a category. */
export function BudgetGrid(props: {
  readonly form: PlanForm;
  readonly onChange: (change: Partial<PlanForm>) => void;
}) {
  const { form, onChange } = props;
  const format = useFormat();
  const months = monthsOf(form);
  const sent = new Map(filledCells(form).map(({ key }, at) => [key, at]));
  const { categories, budget } = form;
  const currency = form.currency.trim().toUpperCase();
  const total = (place: number) =>
    months.reduce((sum, month) => sum + (toMinor(budget[cellKey(month, place)] ?? '', currency) ?? 0), 0);
  const rename = (place: number, name: string) =>
    onChange({ categories: categories.map((old, at) => (at === place ? name : old)) });
  const remove = (place: number) =>
    onChange({
      categories: categories.filter((_, at) => at !== place),
      budget: Object.fromEntries(
        Object.entries(budget).flatMap(([key, amount]) => {
          const [month, at] = [key.slice(0, 7), Number(key.slice(8))];
          return at === place ? [] : [[cellKey(month, at > place ? at - 1 : at), amount]];
        }),
      ),
    });
  if (months.length === 0) return <p className="dk-subtle">{t('plan.edit.noMonths')}</p>;
  return (
    <div className="dk-stack">
      <PartError path="budget" />
      <div className="dk-table">
        <table className="dk-compare dk-lines-table">
          <thead>
            <tr>
              <th scope="col">{t('plan.edit.month')}</th>
              {categories.map((name, place) => (
                <th key={place} scope="col">
                  <BareField path={`categories.${place}`}>
                    {(control) => (
                      <div className="dk-row dk-nowrap">
                        <Textfield
                          {...control}
                          isCompact
                          aria-label={t('plan.edit.category', { number: place + 1 })}
                          value={name}
                          onChange={(event) => rename(place, event.currentTarget.value)}
                        />
                        <Button
                          spacing="compact"
                          appearance="subtle"
                          aria-label={t('plan.edit.removeCategory', {
                            name: name || t('plan.edit.category', { number: place + 1 }),
                          })}
                          isDisabled={categories.length === 1}
                          onClick={() => remove(place)}
                        >
                          ×
                        </Button>
                      </div>
                    )}
                  </BareField>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month}>
                <th scope="row">{format.month(month)}</th>
                {categories.map((name, place) => {
                  const key = cellKey(month, place);
                  return (
                    <td key={place}>
                      <BareField path={sent.has(key) ? `budget.${sent.get(key)}` : `cell.${key}`}>
                        {(control) => (
                          <Textfield
                            {...control}
                            isCompact
                            inputMode="decimal"
                            aria-label={t('plan.edit.cell', {
                              month: format.month(month),
                              category: name || t('plan.edit.category', { number: place + 1 }),
                            })}
                            value={budget[key] ?? ''}
                            onChange={(event) =>
                              onChange({ budget: { ...budget, [key]: event.currentTarget.value } })
                            }
                          />
                        )}
                      </BareField>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('plan.edit.total')}</th>
              {categories.map((_, place) => (
                <td key={place} className="dk-number">
                  {/^[A-Z]{3}$/.test(currency) ? format.money(total(place), currency) : ''}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <div className="dk-row">
        <Button spacing="compact" onClick={() => onChange({ categories: [...categories, ''] })}>
          {t('plan.edit.addCategory')}
        </Button>
      </div>
    </div>
  );
}
