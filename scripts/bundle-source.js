import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles some TypeScript of the sources into a folder and imports it: what plain Node can run without the build. */
export async function bundleSource(folder, contents) {
  const outfile = join(folder, 'bundle.mjs')
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile,
    // Some libraries are CommonJS and ask for parts of Node with `require`, which a module does not have.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: 'error'
  })
  return import(pathToFileURL(outfile).href)
}
