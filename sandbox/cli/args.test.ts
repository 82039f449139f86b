import { parseDemoArgs, parseStartArgs, UsageError } from './args';

describe('the flags of the demo', () => {
  test('are read', () => {
    const argv = '--import a.gz --now 2012-07-16 --days 5 --project ALOY --project MOD --json x --record y';
    expect(parseDemoArgs(argv.split(' '))).toEqual({
      importPath: 'a.gz',
      now: Date.UTC(2012, 6, 16),
      days: 5,
      projects: ['ALOY', 'MOD'],
      jsonPath: 'x',
      recordPath: 'y',
    });
  });

  test('may all be left out', () => {
    expect(parseDemoArgs([])).toEqual({
      importPath: null,
      now: null,
      days: 5,
      projects: [],
      jsonPath: null,
      recordPath: null,
    });
  });

  test.each([
    ['2012-07-16', Date.UTC(2012, 6, 16)],
    ['2012-07-16T06:00Z', Date.UTC(2012, 6, 16, 6)],
    ['2012-07-16T06:00:30Z', Date.UTC(2012, 6, 16, 6, 0, 30)],
    ['2012-07-16T06:00:00.000+05:30', Date.UTC(2012, 6, 16, 0, 30)],
  ])('take %s as an instant', (now, expected) => {
    expect(parseDemoArgs(['--now', now]).now).toBe(expected);
  });

  test.each([
    [['--now', '2012-02-31'], '--now "2012-02-31" is no date'],
    [['--now', '2012-07-16T25:00Z'], 'is no date or point in time'],
    [['--now', '2012-07-16T06:00'], 'is no date or point in time'],
    [['--now', 'Monday'], 'write it as 2012-07-16'],
    [['--now'], "'--now <value>' argument missing"],
    [['--days', '0'], '--days "0" is not a whole number from 1 to 400'],
    [['--days', '401'], 'from 1 to 400'],
    [['--days', '1.5'], 'not a whole number'],
    [['--days=-3'], 'not a whole number'],
    [['--dayz', '5'], "Unknown option '--dayz'. Usage: npm run demo"],
    [['stray'], "Unexpected argument 'stray'"],
    [['--import', 'a.gz'], '--import needs --now'],
    [['--import', '', '--now', '2012-07-16'], '--import needs the name of a file'],
    [['--project', ''], '--project needs the key'],
  ])('refuse %j in a sentence', (argv, message) => {
    expect(() => parseDemoArgs(argv)).toThrow(UsageError);
    expect(() => parseDemoArgs(argv)).toThrow(message);
  });
});

describe('the flags of the front door', () => {
  test('are read', () => {
    expect(parseStartArgs(['--import', 'a', '--now', '2012-07-16', '--port', '0'])).toEqual({
      importPath: 'a',
      now: Date.UTC(2012, 6, 16),
      port: 0,
      forSeconds: null,
    });
    expect(parseStartArgs([])).toEqual({ importPath: null, now: null, port: null, forSeconds: null });
  });

  test('are refused in a sentence', () => {
    expect(() => parseStartArgs(['--port', '70000'])).toThrow(
      '--port "70000" is not a whole number from 0 to 65535.',
    );
    expect(() => parseStartArgs(['--days', '3'])).toThrow("Unknown option '--days'. Usage: npm start");
  });
});
