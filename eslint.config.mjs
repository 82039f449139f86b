import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take `now` as an argument or use the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take `now` as an argument or use the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Use the Ids port.',
  },
];

const askingButtons = ["[name.name='isLoading']", "[name.name='type'][value.value='submit']"].map(
  (attribute) => ({
    selector: `JSXOpeningElement[name.name='Button'] > JSXAttribute${attribute}`,
    message: 'What asks the app is a CallButton: it is off without a connection.',
  }),
);

/** Which way imports must not point; each entry says why in the message a developer gets. */
const ban = (...groups) => [
  'error',
  { patterns: groups.map(([group, message]) => ({ group: [].concat(group), message })) },
];
const forge = [['@forge/*'], 'Only adapters meet the platform; take a port instead.'];
const inward = (...layers) =>
  layers.map((layer) => [[`**/${layer}/**`, `**/${layer}`], `Arrows point inward: ${layer} is further out.`]);
const noSandbox = [['**/sandbox/**'], 'The app must not know the sandbox it is tested in.'];

export default tseslint.config(
  { ignores: ['node_modules/', 'static/dist/', '.docket/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  { languageOptions: { globals: globals.node } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'static/**/*.{ts,tsx}', 'sandbox/**/*.{ts,tsx}', 'bench/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/adapters/**'],
    rules: { 'no-restricted-syntax': ['error', ...clock] },
  },
  {
    files: ['sandbox/**/*.ts'],
    ignores: ['sandbox/cli/**', 'sandbox/web/**', 'sandbox/forge/time.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock] },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(
        forge,
        noSandbox,
        ...inward('adapters', 'usecases', 'handlers', 'ports', 'contract'),
      ),
    },
  },
  {
    files: ['src/contract/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(forge, noSandbox, ...inward('adapters', 'usecases', 'handlers', 'ports')),
    },
  },
  {
    files: ['src/ports/**/*.ts'],
    rules: { 'no-restricted-imports': ban(forge, noSandbox, ...inward('adapters', 'usecases', 'handlers')) },
  },
  {
    files: ['src/usecases/**/*.ts'],
    rules: { 'no-restricted-imports': ban(forge, noSandbox, ...inward('adapters', 'handlers')) },
  },
  {
    files: ['src/handlers/**/*.ts'],
    rules: {
      'no-restricted-imports': ban(
        [
          ['@forge/api', '@forge/kvs', '@forge/bridge'],
          'Handlers parse and translate; product calls belong to adapters.',
        ],
        noSandbox,
        ...inward('adapters'),
      ),
    },
  },
  {
    files: ['src/adapters/**/*.ts'],
    rules: { 'no-restricted-imports': ban(noSandbox, ...inward('usecases', 'handlers')) },
  },
  {
    files: ['static/src/**/*.{ts,tsx}'],
    ignores: ['static/src/api/**'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': ban(
        [['@forge/*'], 'Use static/src/api.'],
        ...inward('usecases', 'adapters', 'handlers', 'ports'),
      ),
    },
  },
  {
    files: ['static/src/**/*.tsx'],
    ignores: ['static/src/shared/call-button.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...askingButtons] },
  },
  {
    files: ['sandbox/cli/**', 'bench/**', 'sandbox/*.mjs', 'sandbox/forge-check/**', 'src/adapters/log.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**'],
    languageOptions: { globals: globals.jest },
    rules: {
      'no-restricted-imports': ban([['fast-check'], 'Use test/support/properties: its seed is fixed.']),
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['test/support/properties.ts'], rules: { 'no-restricted-imports': 'off' } },
);
