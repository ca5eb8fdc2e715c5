import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
    files: [
      ...['app/api/newsroom', 'components/newsroom', 'lib/newsroom', 'lib/accounts'].map(
        (folder) => `${folder}/**/*.{ts,tsx}`,
      ),
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSNeverKeyword',
          message: 'The wire is typed: a command declares its input and its answer.',
        },
        {
          selector: "TSTypeReference[typeName.name='Record'] TSUnknownKeyword",
          message: 'The wire is typed: a command declares its input and its answer.',
        },
        {
          selector:
            "CallExpression[callee.object.name='z'][callee.property.name=/^(any|unknown)$/]",
          message: 'The wire is typed: a command declares its input in its own schema.',
        },
      ],
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
