import { AppError, type ErrorCode } from '../../errors';
import { decideFailure } from './run-job';

describe('what a failure means for a message', () => {
  it.each<[ErrorCode, number | undefined, unknown]>([
    ['RATE_LIMITED', 30, { do: 'retry', afterSeconds: 30 }],
    ['RATE_LIMITED', 3_000, { do: 'retry', afterSeconds: 900 }],
    ['RATE_LIMITED', undefined, { do: 'retry', afterSeconds: 900 }],
    ['UPSTREAM_DOWN', undefined, { do: 'retry', afterSeconds: 60 }],
    ['NOT_FOUND', undefined, { do: 'drop' }],
    ['FORBIDDEN', undefined, { do: 'drop' }],
    ['NO_CONFLUENCE', undefined, { do: 'drop' }],
    ['BAD_INPUT', undefined, { do: 'drop' }],
    ['INTERNAL', undefined, { do: 'drop' }],
  ])('%s after %s seconds', (code, retryAfterSeconds, expected) => {
    const error = new AppError(code, 'Said.', retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
    expect(decideFailure(error)).toEqual(expected);
  });

  it('a fault of our own is not repeated', () => {
    expect(decideFailure(new TypeError('Ours.'))).toEqual({ do: 'drop' });
  });
});
