import { createRequire } from 'node:module';

// The tools lie outside the site, where infra/checks/pages has installed them.
const tool = createRequire(new URL('../.tools/pages/package.json', import.meta.url));
const js = tool('@eslint/js');
const globals = tool('globals');
const imports = tool('eslint-plugin-import-x');

const rules = {
  ...js.configs.recommended.rules,
  'array-callback-return': 'error',
  eqeqeq: 'error',
  'no-implicit-globals': 'error',
  'no-promise-executor-return': 'error',
  'no-self-compare': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
  'no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
  'no-var': 'error',
  'prefer-const': 'error',
};

export default [
  { ignores: ['vendor/**'] },
  {
    files: ['js/**/*.js'],
    plugins: { 'import-x': imports },
    settings: { 'import-x/resolver-next': [imports.createNodeResolver()] },
    languageOptions: { globals: { ...globals.browser, L: 'readonly' } },
    rules: {
      ...rules,
      'import-x/export': 'error',
      'import-x/named': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-self-import': 'error',
      'import-x/no-unresolved': 'error',
    },
  },
  { files: ['root/*.js'], languageOptions: { sourceType: 'script', globals: globals.serviceworker }, rules },
  { files: ['test/**/*.js', 'eslint.config.js'], languageOptions: { globals: { ...globals.node, ...globals.browser } }, rules },
];
