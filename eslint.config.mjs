import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { LIMITS } from './scripts/lint/limits.mjs';

/** First segments of addresses below a locale, and of those that have none. */
const SEGMENTS =
  'post|category|topic|author|corrections|search|newsroom|page|about|reuse|preview(?!\\u002Fpage)';
const ROOTS = 'api|newsroom|post|category|topic|author';

/** Addresses are built by functions: a part that begins one, in a template or a string. */
const ADDRESSES = [
  `TemplateElement[value.raw=/^\\u002F(${SEGMENTS})(\\u002F|$)/]`,
  `Literal[value=/^\\u002F(${ROOTS})\\u002F/]`,
  // `/${locale}` and what begins with it.
  "TemplateLiteral[quasis.0.value.raw='/'] > Identifier.expressions:first-child[name=/^(locale|other|language)$/]",
].map((selector) => ({
  selector,
  message: 'Addresses are built by the pages of lib/pages, and by lib/api-addresses.ts.',
}));

/** What would take the types off the wire between the newsroom's pages and its commands. */
const UNTYPED = [
  'TSAsExpression > TSNeverKeyword',
  "TSTypeReference[typeName.name='Record'] TSUnknownKeyword",
  "CallExpression[callee.object.name='z'][callee.property.name=/^(any|unknown)$/]",
].map((selector) => ({
  selector,
  message: 'The wire is typed: a command declares its input and its answer.',
}));

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      '.data/',
      '.test/',
      'next-env.d.ts',
      'messages/*.d.json.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.recommended,
  { ...reactHooks.configs.flat.recommended, files: ['**/*.tsx'] },
  {
    rules: {
      'max-lines-per-function': [
        'error',
        { max: LIMITS.functionLines, skipBlankLines: true, skipComments: true },
      ],
      'max-depth': ['error', LIMITS.depth],
      'max-lines': ['error', { max: LIMITS.fileLines, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'server.ts'],
    ignores: ['lib/pages/**', 'lib/api-addresses.ts', '**/*.test.{ts,tsx}', '**/testing.ts'],
    rules: { 'no-restricted-syntax': ['error', ...ADDRESSES] },
  },
  // After the rule of addresses, which it repeats: of two blocks for a file the last one counts.
  {
    files: [
      ...['app/api/newsroom', 'components/newsroom', 'lib/newsroom', 'lib/accounts'].map(
        (folder) => `${folder}/**/*.{ts,tsx}`,
      ),
    ],
    rules: {
      'no-restricted-syntax': ['error', ...ADDRESSES, ...UNTYPED],
    },
  },
  {
    files: ['app/**', 'components/**', 'lib/**', 'server.ts'],
    ignores: ['lib/env.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'lib/env.ts is the only reader of process.env.',
        },
      ],
    },
  },
);
