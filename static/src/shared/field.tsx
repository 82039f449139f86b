import type { ReactNode } from 'react';
import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';
import { useFieldError } from './form-errors';

/** What a control takes from the field that it stands in. */
export interface ControlProps {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly 'aria-describedby'?: string;
}

interface Props {
  /** The dotted path of the value in the request: what is wrong with it comes under this name. */
  readonly path: string;
  readonly help?: string | undefined;
}

/** A control with its label, its help, and what is wrong with it. */
export function LabelledField(
  props: Props & { readonly label: string; readonly children: (control: ControlProps) => ReactNode },
) {
  return (
    <BareField {...props}>
      {(control) => (
        <>
          <Label htmlFor={control.id}>{props.label}</Label>
          {props.children(control)}
        </>
      )}
    </BareField>
  );
}

/** A control that names itself, with its help and what is wrong with it. */
export function BareField(props: Props & { readonly children: (control: ControlProps) => ReactNode }) {
  const { id, error, describedBy } = useMessage(props);
  return (
    <div className="dk-field">
      {props.children({
        id,
        isInvalid: error !== undefined,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
      })}
      <Message id={describedBy} error={error} help={props.help} />
    </div>
  );
}

/** Several controls that answer one question. */
export function FieldGroup(props: Props & { readonly legend: string; readonly children: ReactNode }) {
  const { error, describedBy } = useMessage(props);
  return (
    <fieldset className="dk-group" aria-describedby={describedBy}>
      <legend>{props.legend}</legend>
      {props.children}
      <Message id={describedBy} error={error} help={props.help} />
    </fieldset>
  );
}

/** What is wrong with a part of the form as a whole, if anything is. */
export function PartError(props: { readonly path: string }) {
  const { error, describedBy } = useMessage(props);
  return <Message id={describedBy} error={error} help={undefined} />;
}

function useMessage({ path, help }: Props) {
  const id = `dk.${path}`;
  const error = useFieldError(path);
  const describedBy = error === undefined && help === undefined ? undefined : `${id}.message`;
  return { id, error, describedBy };
}

function Message(props: {
  readonly id: string | undefined;
  readonly error: string | undefined;
  readonly help: string | undefined;
}) {
  if (props.id === undefined) return null;
  return (
    <div id={props.id}>
      {props.error === undefined ? (
        <HelperMessage>{props.help}</HelperMessage>
      ) : (
        <ErrorMessage>{props.error}</ErrorMessage>
      )}
    </div>
  );
}
