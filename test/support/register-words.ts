import type { Register } from '../../src/domain/registers';

type Words = { readonly [place: string]: string | Words };

const labels = <Labelled extends { readonly label: string }>(all: Readonly<Record<string, Labelled>>) =>
  Object.fromEntries(Object.entries(all).map(([key, { label }]) => [key, label]));

/** The words of a register's definition by their places, as the message files have them. */
export const wordsOf = ({ title, singular, groups, fields, lifecycle, score, due }: Register): Words => ({
  title,
  singular,
  groups: Object.fromEntries(groups.map((group) => [group.fields[0], group.title])),
  fields: Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [
      key,
      {
        label: field.label,
        ...(field.help !== undefined && { help: field.help }),
        ...(field.kind === 'choice' && {
          options: Object.fromEntries(field.options.map(({ value, label }) => [value, label])),
        }),
      },
    ]),
  ),
  states: labels(lifecycle),
  ...(score && {
    ratings: Object.fromEntries(score.ratings.map(({ key, label }) => [key, label])),
    axes: score.axes,
  }),
  ...(due && { due: Object.fromEntries(due.map(({ key, label }) => [key, label])) }),
});
