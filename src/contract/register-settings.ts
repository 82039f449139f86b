import { z } from 'zod';
import { defineCall } from './call';
import { LadderShape } from './policy';
import { Names, RegisterView } from './register-views';

const label = z.string().trim().min(1, 'Give it a name.').max(60, 'Use at most 60 characters.');
const accountId = z.string().min(1).max(128);
/** None where the register has no ratings. */
const levels = z.array(label).max(7, 'A scale has at most 7 steps.');
const figures = z.array(z.number().min(0).max(1_000_000)).max(7);

export const MoneyShape = z.strictObject({
  /** Whole minor units: cents of EUR, yen of JPY. */
  minor: z.int('Money is kept in whole minor units.').min(-1e15).max(1e15),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.'),
});

/** What a project decides about one register. What the rules make of it is checked when it is saved. */
export const RegisterSettingsShape = z.strictObject({
  prefix: z.string().trim().max(20),
  scales: z.strictObject({ probability: levels, impact: levels }),
  rule: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('product') }),
    z.strictObject({ method: z.literal('numeric'), probability: figures, impact: figures }),
    /** `cells[probability - 1][impact - 1]`. */
    z.strictObject({ method: z.literal('matrix'), cells: z.array(figures).max(7) }),
  ]),
  /** Highest first. */
  bands: z
    .array(
      z.strictObject({
        from: z.number().min(0).max(1_000_000),
        label,
        tone: z.enum(['neutral', 'success', 'warning', 'danger']),
      }),
    )
    .max(7, 'Give at most 7 bands.'),
  appetite: z.number().min(0).max(1_000_000).nullable(),
  cadence: z.record(
    z.string().max(60),
    z.int().min(1, 'At least 1 day.').max(730, 'At most 730 days.').nullable(),
  ),
  required: z.array(z.string().max(60)).max(60),
  /** Name of the issue type of new records; `null`: Task, or the first there is. */
  issueType: z.string().trim().min(1).max(255).nullable(),
  labels: z.array(z.string().max(1_000)).max(20),
  ladder: LadderShape,
  approval: z.strictObject({
    rule: z.union([
      z.literal('all'),
      z.literal('any'),
      z.strictObject({ quorum: z.int().min(1, 'At least 1 approval.').max(50) }),
    ]),
    selfApproval: z.boolean(),
    /** Lowest first; the first whose tolerance covers a request decides it. `null`: no limit. */
    authorities: z
      .array(
        z.strictObject({
          name: label,
          role: z.enum(['manager', 'board', 'sponsor']).optional(),
          upToDays: z.int().min(0).max(10_000).nullable(),
          upToMoney: MoneyShape.nullable(),
          people: z.array(accountId).max(50),
        }),
      )
      .max(10),
    graceDays: z.int().min(0).max(260),
  }),
});
export type RegisterSettingsShape = z.infer<typeof RegisterSettingsShape>;

const Saved = z.object({
  settings: RegisterSettingsShape,
  /** The register as these settings make it. */
  register: RegisterView,
});

/** Settings of one register in the project; only people who administer the project get an answer. */
export const registerSettings = {
  read: defineCall(
    'registerSettings.read',
    z.strictObject({ kind: z.string().max(30) }),
    Saved.extend({
      /** What a project starts from. */
      defaults: RegisterSettingsShape,
      /** Names of those that the project has. */
      issueTypes: z.array(z.string()),
      names: Names,
    }),
  ),
  save: defineCall(
    'registerSettings.save',
    z.strictObject({
      kind: z.string().max(30),
      settings: RegisterSettingsShape,
      /** What the person looked at when they began, as with `settings.save`. */
      seen: RegisterSettingsShape.nullable().default(null),
    }),
    Saved.extend({
      /** Scores change by it: lists show the new ones at once, searches find them with each record's next change. */
      rescored: z.boolean(),
    }),
  ),
};
