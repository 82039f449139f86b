/** From the right-hand side of a clause to plain values: lists flattened, functions run, EMPTY set apart. */
import type { FunctionOperand, Operand } from '@atlaskit/jql-ast';
import { JqlError, notModelled } from './errors';
import type { FieldClause } from './field';
import { FUNCTIONS, type FunctionValue, OTHER_FUNCTIONS } from './functions';
import { decode, isQuoted } from './parse';
import type { JqlEnvironment } from './types';

export type Literal =
  | {
      readonly kind: 'value';
      readonly value: string;
      /** A quoted number is a name before it is an id. */
      readonly quoted: boolean;
    }
  | (FunctionValue & { readonly from: string });

export interface Operands {
  readonly literals: readonly Literal[];
  /** True where EMPTY (or NULL) is named: alone, or in a list. */
  readonly withEmpty: boolean;
}

/** @throws JqlError for functions that do not exist, do not fit the operator, or are not modelled. */
export function resolveOperands(clause: FieldClause, env: JqlEnvironment): Operands {
  const literals: Literal[] = [];
  let withEmpty = false;
  const wantsList = clause.written === 'in' || clause.written === 'not in';

  const visit = (operand: Operand, inList: boolean): void => {
    switch (operand.operandType) {
      case 'keyword':
        withEmpty = true;
        return;
      case 'value':
        literals.push({ kind: 'value', value: decode(operand.text), quoted: isQuoted(operand.text) });
        return;
      case 'list':
        for (const value of operand.values) visit(value, true);
        return;
      default:
        literals.push(callFunction(operand, clause, env, wantsList && !inList, inList));
    }
  };
  visit(clause.operand, false);
  return { literals, withEmpty };
}

function callFunction(
  operand: FunctionOperand,
  clause: FieldClause,
  env: JqlEnvironment,
  needsList: boolean,
  inList: boolean,
): Literal {
  const name = decode(operand.function.text);
  const args = operand.arguments.map((argument) => decode(argument.text));
  const found = FUNCTIONS.get(name.toLowerCase());
  if (!found) {
    if (OTHER_FUNCTIONS.has(name.toLowerCase())) throw notModelled(`the function '${name}()'`, clause.text);
    throw new JqlError(`Unable to find JQL function '${name}(${args.join(', ')})'.`);
  }
  if (needsList && found.shape === 'value')
    throw new JqlError(
      `Operator '${clause.written}' does not support the non-list value '${name}()' for field '${clause.field}'.`,
    );
  if (!needsList && !inList && found.shape === 'list')
    throw new JqlError(
      `Operator '${clause.written}' does not support the list value '${name}()' for field '${clause.field}'.`,
    );
  const [least, most] = found.arity;
  if (args.length < least || args.length > most) {
    const wanted = least === most ? `'${least}'` : `between '${least}' and '${most}'`;
    throw new JqlError(
      `Function '${found.name}' expected ${wanted} arguments but received '${args.length}'.`,
    );
  }
  return { ...found.run(args, env), from: found.name };
}
