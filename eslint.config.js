import tseslint from 'typescript-eslint';

// Biome formats and lints; this file adds only what needs types: promises that nobody waits for.
export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'coverage/**', 'docs/api/**', 'node_modules/**', 'ci/**', 'native/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts', 'docs/examples/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // With `using`, a promise returned without await outlives its pointers. Tests do that on purpose at times.
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
    },
  },
);
