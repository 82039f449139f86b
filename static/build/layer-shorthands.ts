/**
 * How deep a shorthand sits: `border` sets what `border-width` sets, which sets what `border-top-width` sets. A property
 * that is none is as deep as can be. https://compiledcssinjs.com/docs/shorthand-properties
 */
const DEPTH: Readonly<Record<string, number>> = {
  all: 1,
  ...depth(
    2,
    'animation background border border-radius column-rule columns flex font gap grid inset margin',
  ),
  ...depth(2, 'mask offset outline overflow padding place-content place-items text-decoration transition'),
  ...depth(3, 'border-color border-style border-width border-image font-variant grid-area grid-template'),
  ...depth(3, 'inset-block inset-inline margin-block margin-inline padding-block padding-inline'),
  ...depth(4, 'border-block border-inline grid-row grid-column'),
  ...depth(5, 'border-top border-right border-bottom border-left border-block-start border-block-end'),
  ...depth(5, 'border-inline-start border-inline-end'),
};

function depth(level: number, properties: string): Record<string, number> {
  return Object.fromEntries(properties.split(' ').map((property) => [property, level]));
}

/** The order of the cascade: the product's reset, our own elements, then the Design System, shallow before deep. */
export const LAYERS = '@layer reset,base,ads-1,ads-2,ads-3,ads-4,ads-5;';

const ATOM = /^\s*\._[\w-]+\{([a-z-]+):[^{}]*\}$/;

/**
 * Puts the shorthands of an atomic stylesheet into cascade layers.
 *
 * The Design System ships a stylesheet a component, each sorted so that `font` stands before `font-weight`, and its own
 * bundler plugin sorts them again when it joins them. Joined as they are, the `font` of a later file undoes the
 * `font-weight` of an earlier one. In layers the order of the files no longer matters. Rules with a pseudo-class, a
 * media query or `!important` stay where they are: they win by that.
 */
export function layerShorthands(css: string): string {
  const rules = topLevelRules(css).map((rule) => {
    const level = DEPTH[ATOM.exec(rule)?.[1] ?? ''];
    return level === undefined || rule.includes('!important') ? rule : `@layer ads-${level}{${rule.trim()}}`;
  });
  return [LAYERS, ...rules].join('');
}

/** Splits at the braces that close what stands at the top; these files hold no brace inside a string. */
function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let open = 0;
  let start = 0;
  for (let at = 0; at < css.length; at += 1) {
    if (css[at] === '{') open += 1;
    if (css[at] === '}') open -= 1;
    if (css[at] === '}' && open === 0) {
      rules.push(css.slice(start, at + 1));
      start = at + 1;
    }
  }
  return [...rules, css.slice(start)];
}
