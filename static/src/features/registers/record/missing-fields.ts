import type { FieldView, RecordView, RegisterView } from '../../../api/contract';
import { stateOf } from '../columns';
import { isFilled } from '../record-facts';

/** Fields that a state needs and the record leaves empty. */
export const missingFields = (register: RegisterView, record: RecordView, to: string): FieldView[] =>
  stateOf(register, to).needs.flatMap((key) => {
    const field = register.fields.find((one) => one.key === key);
    return field === undefined || isFilled(record.values[key]) ? [] : [{ ...field, required: true }];
  });
