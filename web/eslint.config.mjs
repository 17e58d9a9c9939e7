/** The house rules of the client. Every rule that is ours says what to do instead. */
import boundaries from 'eslint-plugin-boundaries'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const FEATURE = 'A feature never imports another feature: move what both need down to ui, client or lib, or let app join them.'
const LADDER = '{{from.type}} may not import {{dependency.type}}. The ladder is app > features > ui | client | lib > engines: move the shared part down, or hand it over as a prop.'
const ENGINE = 'engines are pure geometry and models: no React, no fetch, nothing from above. Take what you need as an argument.'

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'public', 'src/client/schema.d.ts'] },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        { type: 'locales', pattern: 'src/features/*/locales', mode: 'folder' },
        { type: 'locales', pattern: 'src/locales', mode: 'folder' },
        { type: 'app', pattern: 'src/app', mode: 'folder' },
        { type: 'features', pattern: 'src/features/*', mode: 'folder', capture: ['name'] },
        { type: 'ui', pattern: 'src/ui', mode: 'folder' },
        { type: 'client', pattern: 'src/client', mode: 'folder' },
        { type: 'lib', pattern: 'src/lib', mode: 'folder' },
        { type: 'engines', pattern: 'src/engines', mode: 'folder' },
      ],
    },
    rules: {
      'boundaries/element-types': [
        'error',
        {
          default: 'disallow',
          message: LADDER,
          rules: [
            { from: 'app', allow: ['app', 'features', 'ui', 'client', 'lib', 'engines'] },
            { from: 'features', allow: [['features', { name: '${from.name}' }], 'ui', 'client', 'lib', 'engines'] },
            { from: 'features', disallow: [['features', { name: '!${from.name}' }]], message: FEATURE },
            { from: 'ui', allow: ['ui', 'client', 'lib', 'engines'] },
            { from: 'client', allow: ['client', 'lib'] },
            // Catalogues are the one thing that lib loads from beside it.
            { from: 'lib', allow: ['lib', 'engines', 'locales'] },
            { from: 'engines', allow: ['engines'], message: ENGINE },
            { from: 'engines', disallow: ['app', 'features', 'ui', 'client', 'lib'], message: ENGINE },
          ],
        },
      ],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 80, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-globals': ['error', { name: 'confirm', message: 'Let the action be undone instead of asking; ask in a Mantine modal only where it cannot be undone.' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/engines/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'react', message: ENGINE }], patterns: [{ group: ['@mantine/*', '@tanstack/*'], message: ENGINE }] }] },
  },
)
