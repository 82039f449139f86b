import type { FieldView, RegisterView } from '../../../contract/register-views';
import {
  BUILT_IN_COLUMNS,
  type ConfiguredRegister,
  type Field,
  grid,
  maxLengthOf,
  registerOfKind,
} from '../../../domain/registers';

/** The definition with the project's settings, as form and table need it. */
export function registerView(register: ConfiguredRegister): RegisterView {
  const { settings, approvals, happened } = register;
  const made = happened && registerOfKind(happened.creates);
  return {
    kind: register.kind,
    title: register.title,
    singular: register.singular,
    prefix: settings.prefix,
    groups: register.groups.map(({ title, fields }) => ({ title, fields: [...fields] })),
    fields: Object.entries(register.fields).map(([key, field]) => fieldView(register, key, field)),
    states: Object.entries(register.lifecycle).map(([value, state]) => ({
      value,
      label: state.label,
      tone: state.tone,
      next: [...state.next],
      final: state.final ?? false,
      locks: state.locks ?? false,
      needs: [...(state.needs ?? [])],
    })),
    columns: register.columns.map((key) => ({
      key,
      label: BUILT_IN_COLUMNS[key] ?? register.fields[key]?.label ?? key,
    })),
    ratings: (register.score?.ratings ?? []).map((rating) => ({ ...rating, impact: [...rating.impact] })),
    axes: register.score ? { ...register.score.axes } : null,
    scales: { probability: [...settings.scales.probability], impact: [...settings.scales.impact] },
    cells: register.score ? grid(settings).map((row) => row.map((score) => score ?? 0)) : [],
    bands: settings.bands.map((band) => ({ ...band })),
    appetite: settings.appetite,
    cadence: { ...settings.cadence },
    reviewField: register.review?.field ?? null,
    dueRules: (register.due ?? []).map(({ key, label, date, who, states }) => ({
      key,
      label,
      date,
      who,
      states: [...states],
    })),
    approvals: approvals ? { state: approvals.waits } : null,
    happened: happened && made ? { state: happened.state, kind: made.kind, singular: made.singular } : null,
  };
}

function fieldView(register: ConfiguredRegister, key: string, field: Field): FieldView {
  return {
    key,
    label: field.label,
    kind: field.kind,
    required: register.isRequired(key),
    ...(field.help === undefined ? {} : { help: field.help }),
    ...partsOf(register, field),
  };
}

/** What only some kinds of field have. */
function partsOf(register: ConfiguredRegister, field: Field): Partial<FieldView> {
  switch (field.kind) {
    case 'choice':
      return {
        options: field.options.map(({ value, label, when }) => ({
          value,
          label,
          ...(when ? { when: { ...when } } : {}),
        })),
        ...(field.initial === undefined ? {} : { initial: field.initial }),
      };
    case 'scale': {
      const levels = [...register.levels(field.axis)];
      return { axis: field.axis, min: 1, max: levels.length, levels };
    }
    case 'number':
      return {
        ...(field.min === undefined ? {} : { min: field.min }),
        ...(field.max === undefined ? {} : { max: field.max }),
      };
    case 'text':
    case 'longText':
      return { maxLength: maxLengthOf(field) };
    default:
      return {};
  }
}
