import type { ConfiguredRegister } from './configure';
import type { Values } from './define';
import { valueSchema } from './values';

/**
 * What the record of a risk that happened hands on to the record of its issue: the texts and the owner as they stand,
 * ratings where the other register has such a step, and the link back.
 *
 * @param issueKey Of the record that happened.
 * @returns the values that the new record begins with; none where nothing follows from such a record
 */
export function handedOn(
  from: ConfiguredRegister,
  to: ConfiguredRegister,
  values: Values,
  issueKey: string,
): Values {
  const { happened } = from;
  if (!happened || happened.creates !== to.kind) return {};
  const carried = Object.entries(happened.carries).filter(([target, source]) => {
    const field = to.fields[target];
    const steps = field?.kind === 'scale' ? to.levels(field.axis).length : 0;
    return field !== undefined && valueSchema(to, target, field, steps).safeParse(values[source]).success;
  });
  return {
    ...Object.fromEntries(carried.map(([target, source]) => [target, values[source]])),
    [happened.link]: [issueKey],
  };
}
