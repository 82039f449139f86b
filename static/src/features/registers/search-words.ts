import type { FieldView, RecordView, RegisterView } from '../../api/contract';
import type { Names } from './columns';
import { stateOf } from './columns';

/**
 * Everything about a record that a search by words looks through, in lower case. Each record's words are put together
 * when they are first asked for, and kept: most people never search.
 */
export function searchWords(register: RegisterView, names: Names): (record: RecordView) => string {
  const known = new WeakMap<RecordView, string>();
  return (record) => {
    const before = known.get(record);
    if (before !== undefined) return before;
    const parts = [record.issueKey, record.id ?? '', record.summary, stateOf(register, record.state).label];
    for (const field of register.fields) parts.push(wordsOf(field, record.values[field.key], names));
    const words = parts.join('\n').toLowerCase();
    known.set(record, words);
    return words;
  };
}

function wordsOf(field: FieldView, value: unknown, names: Names): string {
  switch (field.kind) {
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? '';
    case 'person':
      return names[String(value)] ?? '';
    case 'people':
      return Array.isArray(value) ? value.map((id) => names[String(id)] ?? '').join('\n') : '';
    case 'issueLinks':
      return Array.isArray(value) ? value.join('\n') : '';
    case 'text':
    case 'longText':
    case 'date':
      return typeof value === 'string' ? value : '';
    default:
      return '';
  }
}
