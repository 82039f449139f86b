import type { z } from 'zod';
import { compose, type Deps } from '../compose';
import type { Answer, Call, Problem } from '../contract';
import type { SaidPlaces } from '../contract/said';
import { AppError, isAppError } from '../errors';
import { joined, say, type Text, type Worded, wordsFor } from '../words';
import { type Place, placeOf } from './place';
import { spoken } from './spoken';

/** What `@forge/resolver` hands to a definition. The payload is whatever a browser sent. */
export interface UnverifiedRequest {
  readonly payload: unknown;
  readonly context: unknown;
}

/** An answer in English, and where it can be said in other languages. */
export type SpokenAnswer = Answer<unknown> & { readonly said?: SaidPlaces };

export interface Definition {
  readonly name: string;
  readonly answer: (request: UnverifiedRequest) => Promise<SpokenAnswer>;
}

export type Run<C extends Call> = (
  deps: Deps,
  request: z.output<C['request']>,
  place: Place,
) => Promise<Worded<z.input<C['response']>>>;

/**
 * A resolver definition: parse strictly, run one use case, say any failure as a Problem. Without a licence only those
 * answer that say so (`always`): an admin still sees what became of the work, and takes data out.
 */
export function defineAnswer<C extends Call>(
  call: C,
  run: Run<C>,
  works: 'licensed' | 'always' = 'licensed',
): Definition {
  return {
    name: call.name,
    async answer({ payload, context }) {
      const deps = compose();
      try {
        const request = parse(call, payload);
        const place = placeOf(context);
        if (works === 'licensed' && !place.isLicensed) throw noLicence();
        return inEnglish({ ok: true, value: await run(deps, request, place) });
      } catch (error) {
        if (!isAppError(error))
          deps.log.error('resolver failed', { call: call.name, error: describe(error) });
        return inEnglish({ ok: false, problem: problemOf(error) });
      }
    },
  };
}

function inEnglish(answer: Worded<Answer<unknown>>): SpokenAnswer {
  const { plain, said } = spoken(answer);
  return { ...(plain as Answer<unknown>), ...(said.length > 0 && { said }) };
}

const noLicence = (): AppError => new AppError('NO_LICENCE', say('problem.noLicence'));

function parse<C extends Call>(call: C, payload: unknown): z.output<C['request']> {
  const parsed = call.request.safeParse(payload);
  if (parsed.success) return parsed.data as z.output<C['request']>;
  const fields: Record<string, Text> = {};
  for (const issue of parsed.error.issues)
    fields[issue.path.map(String).join('.')] ??= wordsFor(issue.message);
  const words = Object.entries(fields).map(([path, message]) =>
    path ? joined([`${path}:`, message]) : message,
  );
  throw new AppError('BAD_INPUT', joined(words), { fields });
}

function problemOf(error: unknown): Worded<Problem> {
  if (!isAppError(error)) {
    return {
      code: 'INTERNAL',
      message: say('problem.internal'),
    };
  }
  return {
    code: error.code,
    message: error.words,
    ...(error.fields ? { fields: { ...error.fields } } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  };
}

/** Name and place of a programming fault; never its data. */
const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.stack?.split('\n').slice(0, 4).join(' | ') ?? error.message}`
    : typeof error;
