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
    return { [path]: `A scale has ${LEAST_STEPS} to ${MOST_STEPS} steps; this one has ${words.length}.` };
  return checkWords(words, path);
}

function checkWords(words: readonly string[], path: string, end = ''): Problems {
  const lower = words.map((word) => word.trim().toLowerCase());
  return Object.fromEntries(
    lower.flatMap((word, i) => {
      const at = `${path}.${i}${end}`;
      if (word === '') return [[at, 'Give it a name.']];
      if (word.length > LONGEST_WORD) return [[at, `Use at most ${LONGEST_WORD} characters.`]];
      return lower.indexOf(word) < i ? [[at, `"${words[i]}" stands here twice. Use another word.`]] : [];
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
    return {
      [path]: `The scale has ${steps} steps and here are ${figures.length} figures. Give one for each.`,
    };
  return Object.fromEntries(
    figures.flatMap((figure, i) => {
      const before = figures[i - 1];
      if (!isScore(figure)) return [[`${path}.${i}`, 'Write a figure above 0, at most 1000.']];
      return before !== undefined && figure <= before
        ? [[`${path}.${i}`, `A higher step needs a higher figure: more than ${before}.`]]
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
      'rule.cells': `The scale of probability has ${probability.length} steps and the matrix ${cells.length} rows. Give one row for each step.`,
    };
  const problems: Record<string, string> = {};
  cells.forEach((row, p) => {
    if (row.length !== impact.length) {
      problems[`rule.cells.${p}`] =
        `The scale of impact has ${impact.length} steps and this row ${row.length} cells. Give one cell for each step.`;
      return;
    }
    row.forEach((score, i) => {
      const below = Math.max(row[i - 1] ?? 0, cells[p - 1]?.[i] ?? 0);
      if (!isScore(score)) problems[`rule.cells.${p}.${i}`] = 'Write a score above 0, at most 1000.';
      else if (score < below)
        problems[`rule.cells.${p}.${i}`] =
          `More likely or worse must not score lower: use at least ${below}, as the cell before it.`;
    });
  });
  return problems;
}

function checkBandList({ bands }: RegisterSettings): Problems {
  if (bands.length === 0) return { bands: 'Name at least one band.' };
  const labels = bands.map(({ label }) => label);
  const order = bands.flatMap(({ from, label }, i) => {
    const above = bands[i - 1];
    if (!Number.isFinite(from)) return [[`bands.${i}.from`, 'Write the lowest score of this band.']];
    return above && from >= above.from
      ? [
          [
            `bands.${i}.from`,
            `Bands go from high to low: ${label} must begin below ${above.label} (${above.from}).`,
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
        return [[`cadence.${label}`, `There is no band "${label}". There is: ${labels.join(', ')}.`]];
      const fits = days === null || (Number.isInteger(days) && days >= 1 && days <= LONGEST_CADENCE);
      return fits
        ? []
        : [[`cadence.${label}`, `Write a whole number of days, 1 to ${LONGEST_CADENCE}, or leave it empty.`]];
    }),
  );
}

function checkReach(settings: RegisterSettings): Problems {
  const scores = grid(settings).flat();
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const { bands, appetite } = settings;
  const problems: Record<string, string> = {};
  const last = bands.at(-1);
  if (last && last.from > lowest)
    problems[`bands.${bands.length - 1}.from`] =
      `The lowest possible score is ${lowest}: ${last.label} must begin there or lower.`;
  bands.forEach(({ from, label }, i) => {
    if (from > highest)
      problems[`bands.${i}.from`] =
        `The highest possible score is ${highest}, so nothing could be ${label}. Begin it there or lower.`;
  });
  if (appetite !== null && !(appetite >= 0 && appetite < highest))
    problems['appetite'] =
      `The highest possible score is ${highest}: use an appetite from 0 to below that, or leave it empty to escalate nothing.`;
  return problems;
}
