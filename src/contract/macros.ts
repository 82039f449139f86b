import { z } from 'zod';
import { defineCall } from './call';
import { HeatView } from './heat';
import { CommitmentPart } from './macro-config';
import { Names, RecordView, RegisterView } from './register-views';

const text = z.string().max(100);

const MacroPlace = z.object({
  project: z.object({ key: z.string(), name: z.string() }),
  /** Docket is switched on in the project. */
  enabled: z.boolean(),
  /** The app's own time. */
  asOf: z.string(),
});

/** The part of a register that a macro shows, as far as the viewer may see it. */
export const RegisterExcerptView = MacroPlace.extend({
  register: RegisterView,
  view: z.enum(['table', 'heat-map']),
  filter: z.enum(['open', 'all', 'band']),
  /** Label of the band that it is limited to; `null` for any. */
  band: z.string().nullable(),
  /** Keys of the columns of the table, in their order. */
  columns: z.array(z.string()),
  /** Highest score first, or soonest date. Empty in a heat map. */
  records: z.array(RecordView),
  names: Names,
  heat: HeatView.nullable(),
  /** Where Jira lists all of them. */
  url: z.string(),
  /** How many records were read, and how many there are; approximate, as Jira's counts are. */
  read: z.number(),
  total: z.number(),
  /** Records among those that do not read as Docket wrote them. */
  unreadable: z.number(),
});
export type RegisterExcerptView = z.infer<typeof RegisterExcerptView>;

const MacroCommitment = z.object({
  id: z.string(),
  /** The key, or the page's title, and where it is opened. */
  item: z.string(),
  url: z.string(),
  summary: z.string(),
  /** Account id; `null`: nobody owns it. */
  owner: z.string().nullable(),
  /** YYYY-MM-DD. */
  dueDate: z.string(),
  /** Working days late; 0 where it is not. */
  daysLate: z.number(),
  /** Working days until it is due; 0 where it is due or late. */
  daysLeft: z.number(),
});

/** What people owe in a project, as far as the viewer may see it. */
export const CommitmentExcerptView = MacroPlace.extend({
  whose: z.enum(['all', 'me']),
  parts: z.array(z.object({ part: CommitmentPart, rows: z.array(MacroCommitment), count: z.number() })),
  /** Empty where the macro does not show it. */
  owners: z.array(z.object({ owner: z.string().nullable(), open: z.number(), late: z.number() })),
  names: Names,
  /** False where there is more than was read: the counts are of what was read. */
  isWhole: z.boolean(),
  /** What could not be read, in words. */
  unseen: z.array(z.string()),
});
export type CommitmentExcerptView = z.infer<typeof CommitmentExcerptView>;

export const macros = {
  /** Commitments of the project that the macro's own configuration names. */
  commitments: defineCall('macros.commitments', z.strictObject({}), CommitmentExcerptView),
  /** The register that the macro's own configuration names. */
  register: defineCall('macros.register', z.strictObject({}), RegisterExcerptView),
  /** For the settings of a macro: projects that the person may browse, at most ten whose key or name fits the text. */
  projects: defineCall(
    'macros.projects',
    z.strictObject({ query: text }),
    z.object({ projects: z.array(z.object({ key: z.string(), name: z.string() })) }),
  ),
  /** For the settings of a macro: what there is to choose from in a project. */
  choices: defineCall(
    'macros.choices',
    z.strictObject({ projectKey: text }),
    MacroPlace.extend({ registers: z.array(RegisterView) }),
  ),
};
