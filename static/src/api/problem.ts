import { z } from 'zod';
import { t } from '../shared/i18n';
import { inWords } from './said';
import type { Call, Problem } from './contract';
import { Problem as ProblemSchema } from './contract';

/** The app's own codes, and those of a screen that did not reach it. */
export type ProblemCode = Problem['code'] | 'OFFLINE' | 'OUTDATED' | 'NOT_LOADED' | 'TOO_LARGE';

/** A call that did not succeed. The message is for a person; `code` and `fields` are for the screen. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  /** Messages by form field. */
  readonly fields: Readonly<Record<string, string>>;
  /** On CONFLICT: what is there now, yet to be parsed. */
  readonly current: unknown;

  constructor(problem: Omit<Problem, 'code'> & { code: ProblemCode }, options: { cause?: unknown } = {}) {
    super(problem.message, options);
    this.name = `ApiProblem [${problem.code}]`;
    this.code = problem.code;
    this.fields = problem.fields ?? {};
    this.current = problem.current;
  }
}

const Envelope = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), problem: ProblemSchema }),
]);

/**
 * Takes the value out of a resolver's answer.
 *
 * @throws {ApiProblem} the problem that the app named, or UPSTREAM_SHAPE where the answer is none that this screen knows:
 *   after an update, an open screen can be older than the app that answers it.
 */
export function valueOf<Response extends z.ZodType>(
  definition: Call<z.ZodType, Response>,
  answer: unknown,
): z.output<Response> {
  const envelope = Envelope.safeParse(inWords(answer));
  if (envelope.success && !envelope.data.ok) throw new ApiProblem(envelope.data.problem);
  const value =
    envelope.success && envelope.data.ok ? definition.response.safeParse(envelope.data.value) : envelope;
  if (!value.success) {
    throw new ApiProblem(
      {
        code: 'UPSTREAM_SHAPE',
        message: t('shared.unknownAnswer', { call: definition.name }),
      },
      { cause: value.error },
    );
  }
  return value.data as z.output<Response>;
}

/**
 * How the platform refuses what passes its limits is in no document; each way that is known names what is too large.
 * https://developer.atlassian.com/platform/forge/limits-invocation/
 */
const IS_SIZE = /\b413\b|(payload|request|response|body)\b.*\b(size|large|bytes)\b/i;

const tooLarge = (cause: unknown): ApiProblem =>
  new ApiProblem({ code: 'TOO_LARGE', message: t('shared.tooLarge') }, { cause });

/** What became of a call that never answered: time-outs, a lost connection, the bridge's own limit. */
export function unanswered(name: string, cause: unknown): ApiProblem {
  if (!navigator.onLine) return offline(cause);
  if (cause instanceof Error && IS_SIZE.test(cause.message)) return tooLarge(cause);
  const message =
    cause instanceof Error && cause.message !== ''
      ? t('shared.unansweredWhy', { call: name, why: cause.message })
      : t('shared.unanswered', { call: name });
  return new ApiProblem({ code: 'UPSTREAM_DOWN', message }, { cause });
}

/** What became of a call that was not made, or lost, without a connection. */
export const offline = (cause?: unknown): ApiProblem =>
  new ApiProblem({ code: 'OFFLINE', message: t('shell.problems.offline') }, { cause });
