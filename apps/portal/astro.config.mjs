import node from '@astrojs/node'
import { defineConfig } from 'astro/config'

/**
 * The server mounts dist/server/entry.mjs; dist/client is served as files with long caching.
 * No script and no style stands in the page itself, so the content security policy needs no hashes and no exceptions.
 */
export default defineConfig({
  output: 'server',
  base: '/',
  trailingSlash: 'ignore',
  adapter: node({ mode: 'middleware', bodySizeLimit: 64 * 1024 * 1024 }),
  build: { inlineStylesheets: 'never', assets: 'assets' },
  // Behind a balancer the address seen here is not the one in the browser; src/middleware.ts compares the origin with the host itself.
  security: { checkOrigin: false },
  session: undefined,
  devToolbar: { enabled: false },
  vite: {
    build: { assetsInlineLimit: 0, sourcemap: false },
    css: { transformer: 'lightningcss' },
  },
})
