import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
// Node reads this file as it stands, so the extension stays.
import { layerShorthands } from './build/layer-shorthands.ts';
import { sizeBudget } from './build/size-budget.ts';

const root = import.meta.dirname;
const pages = readdirSync(root).filter((name) => name.endsWith('.html'));

const designSystemLayers: Plugin = {
  name: 'design-system-layers',
  enforce: 'pre',
  transform: {
    filter: { id: /\.compiled\.css$/ },
    handler: (code) => ({ code: layerShorthands(code), map: null }),
  },
};

/** One app, a page for each UI module of the manifest; what pages share lands in shared chunks. */
export default defineConfig({
  root,
  // Forge serves the folder under a path that is known only at deployment.
  base: './',
  plugins: [react(), designSystemLayers, sizeBudget(join(root, 'dist'))],
  resolve: {
    alias: [
      {
        find: '@atlaskit/feature-gate-js-client/feature-gates',
        replacement: join(root, 'build', 'feature-gates.ts'),
      },
      { find: /^@atlaskit\/tooltip(\/.*)?$/, replacement: join(root, 'build', 'tooltip.tsx') },
      { find: /^.*\/zip\/zipToArrayBuffer\.js$/, replacement: join(root, 'build', 'zip-in-page.ts') },
    ],
  },
  // Design System packages read it; a browser has no `process`.
  define: { 'process.env': { NODE_ENV: 'production' } },
  build: {
    outDir: join(root, 'dist'),
    emptyOutDir: true,
    sourcemap: false,
    manifest: true,
    // Every browser that Jira supports preloads modules itself.
    modulePreload: { polyfill: false },
    // Forge's content security policy lets no data: fonts or scripts in.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: pages.map((page) => join(root, page)),
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'wire', test: /node_modules[\\/](zod|@forge)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
