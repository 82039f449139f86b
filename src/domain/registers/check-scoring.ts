import { say, type Text } from '../../words';
import type { Problems } from './check-settings';
import { grid } from './score';
import type { Axis, RegisterSettings, ScoreRule } from './settings';
import { LEAST_STEPS, MOST_STEPS } from './values';

const AXES = ['probability', 'impact'] as const;
const LONGEST_WORD = 40;
const LONGEST_CADENCE = 366;

/** Where scales, score rule, bands, appetite and cadence of a rated register do not fit together, by dotted path. */
export function checkScoring(settings: RegisterSettings): Problems {
  const scales = { ...checkScale(settings, 'probability'), ...checkScale(settings, 'impact') };
  const rule = checkRule(settings);
  const bands = checkBandList(settings);
  // Figures are compared with the grid only where there is one.
  const sound = [scales, rule, bands].every((found) => Object.keys(found).length === 0);
  return { ...scales, ...rule, ...bands, ...checkCadence(settings), ...(sound ? checkReach(settings) : {}) };
}

function checkScale({ scales }: RegisterSettings, axis: Axis): Problems {
  const words = scales[axis];
  const path = `scales.${axis}`;
  if (words.length < LEAST_STEPS || words.length > MOST_STEPS)
    return {
      [path]: say('registers.settings.steps', { least: LEAST_STEPS, most: MOST_STEPS, steps: words.length }),
    };
  return checkWords(words, path);
}

function checkWords(words: readonly string[], path: string, end = ''): Problems {
  const lower = words.map((word) => word.trim().toLowerCase());
  return Object.fromEntries(
    lower.flatMap((word, i) => {
      const at = `${path}.${i}${end}`;
      if (word === '') return [[at, say('input.name')]];
      if (word.length > LONGEST_WORD)
        return [[at, say('registers.settings.wordTooLong', { most: LONGEST_WORD })]];
      return lower.indexOf(word) < i
        ? [[at, say('registers.settings.wordTwice', { word: words[i] ?? '' })]]
        : [];
    }),
  );
}

function checkRule({ scales, rule }: RegisterSettings): Problems {
  switch (rule.method) {
    case 'product':
      return {};
    case 'numeric':
      return Object.assign({}, ...AXES.map((axis) => checkFigures(rule[axis], scales[axis].length, axis)));
    case 'matrix':
      return checkMatrix(rule, scales);
  }
}

function checkFigures(figures: readonly number[], steps: number, axis: Axis): Problems {
  const path = `rule.${axis}`;
  if (figures.length !== steps)
    return { [path]: say('registers.settings.figures', { steps, figures: figures.length }) };
  return Object.fromEntries(
    figures.flatMap((figure, i) => {
      const before = figures[i - 1];
      if (!isScore(figure)) return [[`${path}.${i}`, say('registers.settings.figure')]];
      return before !== undefined && figure <= before
        ? [[`${path}.${i}`, say('registers.settings.rising', { before })]]
        : [];
    }),
  );
}

/** Below a thousandth the figures would vanish in rounding. */
const isScore = (figure: number): boolean => figure >= 0.001 && figure <= 1_000;

function checkMatrix(
  { cells }: Extract<ScoreRule, { method: 'matrix' }>,
  { probability, impact }: RegisterSettings['scales'],
): Problems {
  if (cells.length !== probability.length)
    return {
      'rule.cells': say('registers.settings.rows', { steps: probability.length, rows: cells.length }),
    };
  const problems: Record<string, Text> = {};
  cells.forEach((row, p) => {
    if (row.length !== impact.length) {
      problems[`rule.cells.${p}`] = say('registers.settings.cells', {
        steps: impact.length,
        cells: row.length,
      });
      return;
    }
    row.forEach((score, i) => {
      const below = Math.max(row[i - 1] ?? 0, cells[p - 1]?.[i] ?? 0);
      if (!isScore(score)) problems[`rule.cells.${p}.${i}`] = say('registers.settings.score');
      else if (score < below) problems[`rule.cells.${p}.${i}`] = say('registers.settings.lower', { below });
    });
  });
  return problems;
}

function checkBandList({ bands }: RegisterSettings): Problems {
  if (bands.length === 0) return { bands: say('registers.settings.noBand') };
  const labels = bands.map(({ label }) => label);
  const order = bands.flatMap(({ from, label }, i) => {
    const above = bands[i - 1];
    if (!Number.isFinite(from)) return [[`bands.${i}.from`, say('registers.settings.lowestScore')]];
    return above && from >= above.from
      ? [
          [
            `bands.${i}.from`,
            say('registers.settings.bandOrder', { band: label, above: above.label, from: above.from }),
          ],
        ]
      : [];
  });
  return { ...checkWords(labels, 'bands', '.label'), ...Object.fromEntries(order) };
}

function checkCadence({ bands, cadence }: RegisterSettings): Problems {
  const labels = bands.map(({ label }) => label);
  return Object.fromEntries(
    Object.entries(cadence).flatMap(([label, days]) => {
      if (!labels.includes(label))
        return [
          [
            `cadence.${label}`,
            say('registers.settings.unknownBand', { band: label, bands: labels.join(', ') }),
          ],
        ];
      const fits = days === null || (Number.isInteger(days) && days >= 1 && days <= LONGEST_CADENCE);
      return fits ? [] : [[`cadence.${label}`, say('registers.settings.cadence', { most: LONGEST_CADENCE })]];
    }),
  );
}

function checkReach(settings: RegisterSettings): Problems {
  const scores = grid(settings).flat();
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const { bands, appetite } = settings;
  const problems: Record<string, Text> = {};
  const last = bands.at(-1);
  if (last && last.from > lowest)
    problems[`bands.${bands.length - 1}.from`] = say('registers.settings.beginsAbove', {
      lowest,
      band: last.label,
    });
  bands.forEach(({ from, label }, i) => {
    if (from > highest)
      problems[`bands.${i}.from`] = say('registers.settings.beyond', { highest, band: label });
  });
  if (appetite !== null && !(appetite >= 0 && appetite < highest))
    problems['appetite'] = say('registers.settings.appetite', { highest });
  return problems;
}
