import { BUILT_IN_COLUMNS } from './columns';
import type { RegisterDefinition } from './define';

/** What beside the values an index entry or a column may name. */
const STORED_PATHS = ['id', 'state', 'score', 'residualScore', 'targetScore', 'band', 'approval.approvers'];
/** What Docket itself searches by: listing asks for records with a state, numbering for the holder of an id. */
const SEARCHED_PATHS = ['id', 'state'];
const PARTS_OF_MONEY = ['minor', 'currency'];

/** Where a definition contradicts itself, one sentence each; nothing where it holds together. */
export function checkDefinition(definition: RegisterDefinition): string[] {
  return [
    ...checkLifecycle(definition),
    ...checkGroups(definition),
    ...checkFields(definition),
    ...checkRules(definition),
    ...checkSearch(definition),
  ].map((problem) => `The register ${definition.kind}: ${problem}`);
}

function checkLifecycle({ lifecycle, fields }: RegisterDefinition): string[] {
  const states = Object.keys(lifecycle);
  if (states.length === 0) return ['it has no states.'];
  return Object.entries(lifecycle).flatMap(([name, { next, needs = [] }]) => [
    ...missing(next, states, `the state ${name} leads to`),
    ...missing(needs, Object.keys(fields), `the state ${name} needs`),
  ]);
}

function checkGroups({ groups, fields }: RegisterDefinition): string[] {
  const grouped = groups.flatMap((group) => group.fields);
  return [
    ...missing(grouped, Object.keys(fields), 'a group holds'),
    ...missing(Object.keys(fields), grouped, 'no group holds', ''),
    ...grouped.filter((key, i) => grouped.indexOf(key) < i).map((key) => `two groups hold ${key}.`),
  ];
}

function checkFields({ fields }: RegisterDefinition): string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.kind !== 'choice') return [];
    const values = field.options.map(({ value }) => value);
    return [
      ...missing(field.initial === undefined ? [] : [field.initial], values, `${key} begins with`),
      ...field.options.flatMap(({ when }) => {
        const other = when && fields[when.field];
        if (!when || (other?.kind === 'choice' && other.options.some(({ value }) => value === when.is)))
          return [];
        return [`an option of ${key} hangs on ${when.field} being ${when.is}, which it cannot be.`];
      }),
    ];
  });
}

function checkRules({ fields, lifecycle, score, review, due = [], approvals, happened }: RegisterDefinition) {
  const states = Object.keys(lifecycle);
  const ofKind = (...kinds: string[]) =>
    Object.keys(fields).filter((key) => kinds.includes(fields[key]?.kind ?? ''));
  const scales = (axis: string) =>
    Object.entries(fields).flatMap(([key, field]) =>
      field.kind === 'scale' && field.axis === axis ? [key] : [],
    );
  return [
    ...(score?.ratings ?? []).flatMap(({ key, probability, impact }) => [
      ...missing([probability], scales('probability'), `the rating ${key} takes its probability from`),
      ...missing(impact, scales('impact'), `the rating ${key} takes its impact from`),
    ]),
    ...missing(review ? [review.field] : [], ofKind('date'), 'reviews go by'),
    ...due.flatMap((rule) => [
      ...missing(
        [rule.date],
        [...ofKind('date'), ...(approvals ? ['approvalDue'] : [])],
        `${rule.key} is due by`,
      ),
      ...missing([rule.who], [...ofKind('person'), ...(approvals ? ['approvers'] : [])], `${rule.key} asks`),
      ...missing(rule.otherwise ? [rule.otherwise] : [], ofKind('person'), `${rule.key} asks`),
      ...missing(rule.states, states, `${rule.key} is asked in`),
    ]),
    ...(approvals
      ? [
          ...missing([approvals.waits, approvals.approved, approvals.rejected], states, 'approval goes by'),
          ...missing([approvals.requester], ofKind('person'), 'approval asks for'),
          ...missing([approvals.days], ofKind('number'), 'approval weighs'),
          ...missing([approvals.money], ofKind('money'), 'approval weighs'),
        ]
      : []),
    ...(happened
      ? [
          ...missing([happened.state], states, 'what happened is said by'),
          ...missing(Object.values(happened.carries), Object.keys(fields), 'what happened carries over'),
        ]
      : []),
  ];
}

function checkSearch({ fields, index, columns }: RegisterDefinition): string[] {
  const paths = Object.entries(fields).flatMap(([key, field]) => [
    `values.${key}`,
    ...(field.kind === 'money' ? PARTS_OF_MONEY.map((part) => `values.${key}.${part}`) : []),
    ...(field.kind === 'date' && field.promise ? [`firstPromised.${key}`] : []),
  ]);
  const indexed = index.map(({ path }) => path);
  return [
    ...missing(indexed, [...STORED_PATHS, ...paths], 'the index names'),
    ...missing(SEARCHED_PATHS, indexed, 'the index lacks', ', which Docket itself searches by'),
    ...missing(columns, [...Object.keys(fields), ...Object.keys(BUILT_IN_COLUMNS)], 'a column shows'),
  ];
}

const missing = (named: readonly string[], known: readonly string[], where: string, end?: string): string[] =>
  named
    .filter((name) => !known.includes(name))
    .map((name) => `${where} ${name}${end ?? ', which it does not have'}.`);
