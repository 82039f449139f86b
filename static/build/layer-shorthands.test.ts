import { LAYERS, layerShorthands } from './layer-shorthands';

it('puts a shorthand below the longhands of every other file', () => {
  expect(layerShorthands('._a{font:var(--x,normal 14px "A",serif)}\n._b{font-weight:653}')).toBe(
    `${LAYERS}@layer ads-2{._a{font:var(--x,normal 14px "A",serif)}}\n._b{font-weight:653}`,
  );
});

it('orders shorthands by how much they set', () => {
  expect(layerShorthands('._a{border-width:1px}._b{border:none}')).toBe(
    `${LAYERS}@layer ads-3{._a{border-width:1px}}@layer ads-2{._b{border:none}}`,
  );
});

it.each([
  '._a:hover{background:red}',
  '._a>form:only-child{padding:0}',
  '@media (prefers-reduced-motion:reduce){._a{animation:none}}',
  '@keyframes k{0%{margin:0}to{margin:1px}}',
  '._a{margin:0!important}',
])('leaves %s where it wins', (css) => {
  expect(layerShorthands(css)).toBe(LAYERS + css);
});
