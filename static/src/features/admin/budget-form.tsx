import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import Form, { ErrorMessage, Field, HelperMessage } from '@atlaskit/form';
import Textfield from '@atlaskit/textfield';
import type { z } from 'zod';
import { call } from '../../api/call';
import { admin } from '../../api/contract';
import type { ApiProblem } from '../../api/problem';
import { tell } from '../../api/view';
import { fieldErrors } from '../../shared/field-errors';
import { Failure, Loaded } from '../../shared/loaded';
import { toProblem, useCall } from '../../shared/use-call';
import { text } from './messages';

type Defaults = z.infer<typeof admin.readDefaults.response>;

/** The budget of points an hour; what else the site decides is kept as it is. */
export function BudgetForm(props: { readonly onSaved: () => void }) {
  const defaults = useCall(admin.readDefaults, {});
  return (
    <Loaded of={defaults} what={text.budget.what}>
      {(value) => <Budget defaults={value} onSaved={props.onSaved} />}
    </Loaded>
  );
}

function Budget(props: { readonly defaults: Defaults; readonly onSaved: () => void }) {
  const { defaults, onSaved } = props;
  const [problem, setProblem] = useState<Pick<ApiProblem, 'code' | 'message'> | null>(null);

  const submit = async ({ pointsAnHour }: { readonly pointsAnHour: string }) => {
    setProblem(null);
    try {
      await call(admin.saveDefaults, { ...defaults, pointsAnHour: Number(pointsAnHour) });
      tell(text.budget.saved);
      onSaved();
      return undefined;
    } catch (error) {
      const { fields, form } = fieldErrors(toProblem(error), ['pointsAnHour']);
      if (form !== null) setProblem({ code: toProblem(error).code, message: form });
      return fields;
    }
  };

  return (
    <Form<{ pointsAnHour: string }> onSubmit={submit}>
      {({ formProps, submitting }) => (
        <form {...formProps} noValidate className="dk-form dk-stack">
          {problem !== null && <Failure title={text.budget.failed} problem={problem} />}
          <Field<string>
            name="pointsAnHour"
            label={text.budget.label}
            isRequired
            defaultValue={String(defaults.pointsAnHour)}
            validate={(value = '') => (/^\d+$/.test(value.trim()) ? undefined : text.budget.bad)}
          >
            {({ fieldProps, error }) => (
              <>
                <Textfield {...fieldProps} inputMode="numeric" width="small" />
                {error === undefined ? (
                  <HelperMessage>{text.budget.help}</HelperMessage>
                ) : (
                  <ErrorMessage>{error}</ErrorMessage>
                )}
              </>
            )}
          </Field>
          <p className="dk-subtle">{text.budget.defaults}</p>
          <div className="dk-row dk-actions">
            <Button type="submit" isLoading={submitting}>
              {text.budget.save}
            </Button>
          </div>
        </form>
      )}
    </Form>
  );
}
