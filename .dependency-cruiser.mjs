/** The walls of the house; `tools/walls.ts` runs them, with a fixture that must be reported. */
const face = '(index|contract|testing|lifecycle|rules)\\.ts$'
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^(platform|standards)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(modules|apps)/' },
    },
    {
      name: 'standards-are-pure',
      severity: 'error',
      from: { path: '^standards/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(platform|modules|apps)/' },
    },
    { name: 'modules-know-no-app', severity: 'error', from: { path: '^modules/', pathNot: '\\.test\\.ts$' }, to: { path: '^apps/' } },
    {
      name: 'only-the-face-of-a-module',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: { path: '^modules/([^/]+)/', pathNot: [`^modules/$1/`, `^modules/[^/]+/${face}`] },
    },
    {
      name: 'only-the-face-of-a-platform-part',
      severity: 'error',
      from: { path: '^(modules|apps)/' },
      to: {
        path: '^platform/[^/]+/',
        pathNot:
          '^platform/([^/]+)/(index|contract|testing|tokens|global-setup|moddle-extension|embedded/index)\\.(ts|css)$|^platform/[^/]+/words\\.[a-zA-Z-]+\\.json$|^platform/(ui|api-client)/',
      },
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: { path: '^(modules|apps)/', pathNot: '(-store|-queries|\\.test)\\.ts$|/generated/|^apps/server/|testing\\.ts$' },
      to: { path: 'node_modules/(kysely|pg)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^modules/[^/]+/(lifecycle|contract)\\.ts$' },
      to: { path: 'node_modules/(kysely|pg|fastify)/|-store\\.ts$|-queries\\.ts$' },
    },
    {
      name: 'only-the-kernel-knows-pg-boss',
      severity: 'error',
      from: { pathNot: '^platform/kernel/jobs\\.ts$' },
      to: { path: 'node_modules/pg-boss/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|\\.astro/' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
