// Builds dist/: the bundled program and library, the types, the compiled packs, the schemas, the notices.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { thirdPartyNotices } from './third-party-notices.js'

const root = fileURLToPath(new URL('..', import.meta.url))
// Built apart and moved into place at the end: whoever uses dist/ meanwhile keeps a whole one.
const dist = join(root, 'node_modules', '.cache', `dunlint-dist-${process.pid}`)

/** `import('ajv')`, once bundled, would have a default export only: CommonJS names are found by static imports alone. */
const namesOfLazyCommonJs = {
  name: 'names of lazy CommonJS',
  setup(bundling) {
    bundling.onResolve({ filter: /^ajv$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, namespace: 'lazy-commonjs' } : undefined
    )
    bundling.onLoad({ filter: /.*/, namespace: 'lazy-commonjs' }, ({ path }) => ({
      contents: `export { Ajv } from '${path}'`,
      resolveDir: root
    }))
  }
}

try {
  const { metafile } = await bundle()
  writeFileSync(join(dist, 'THIRD-PARTY-LICENSES.txt'), thirdPartyNotices(root, metafile))
  copySchemas()
  await compilePacks()
  emitTypes()
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  renameSync(dist, join(root, 'dist'))
} finally {
  rmSync(dist, { recursive: true, force: true })
}

function bundle() {
  return build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    metafile: true,
    define: { isBundled: 'true' },
    // Names and lines stay, so that a stack trace in a bug report can be read.
    minify: false,
    legalComments: 'none',
    ...forNode()
  })
}

function forNode() {
  return {
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Some libraries are CommonJS and ask for parts of Node with `require`, which a module does not have.
    banner: {
      js: "import { createRequire as createRequireOf } from 'node:module'\nconst require = createRequireOf(import.meta.url)"
    },
    // The module build of yaml, which Node would not choose: only of modules a bundle takes no more than it needs.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    plugins: [namesOfLazyCommonJs],
    logLevel: 'warning'
  }
}

function copySchemas() {
  mkdirSync(join(dist, 'schema'))
  copyFileSync(join(root, 'src/config/schema.json'), join(dist, 'schema/config.schema.json'))
  for (const name of readdirSync(join(root, 'src/pack')))
    if (name.endsWith('.schema.json')) copyFileSync(join(root, 'src/pack', name), join(dist, 'schema', name))
}

/** Reads the packs once, here, so that a run starts with plain data: no YAML, no schema, no inflection. */
async function compilePacks() {
  const compiler = join(dist, 'pack-compiler.js')
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { builtInNames, builtInPack, recommended, sharedConcepts } from './src/cli/built-in-packs.ts'
export { compileLexicon, storeLexicon } from './src/match/index.ts'
export { libraryLexicon } from './src/pack/rule-library.ts'
export { describeProblem } from './src/cli/describe-problem.ts'`,
      resolveDir: root,
      loader: 'ts'
    },
    outfile: compiler,
    ...forNode()
  })
  const compile = await import(pathToFileURL(compiler).href)
  const { builtInNames, builtInPack, sharedConcepts, describeProblem } = compile
  const concepts = await sharedConcepts()
  mkdirSync(join(dist, 'packs'))
  writePack('concepts', concepts)
  for (const name of builtInNames()) {
    const pack = await builtInPack(name, concepts)
    if (pack.problems.length) throw new Error(pack.problems.map(describeProblem).join('\n'))
    if (pack.codeRules.length) throw new Error(`rules/${name}: a built-in pack cannot hold rules in code yet`)
    writePack(name, pack)
  }
  await compileRecommended(compile, concepts)
  rmSync(compiler)
}

/** A run without config needs no concepts and compiles nothing: its matcher is stored as it runs. */
async function compileRecommended({ builtInPack, compileLexicon, libraryLexicon, recommended, storeLexicon }, shared) {
  const results = await Promise.all(recommended.map(name => builtInPack(name, shared)))
  const concepts = [...shared, ...results.flatMap(result => result.concepts)]
  const lexicon = libraryLexicon({ packs: results.map(result => result.content), concepts })
  const { head, numbers } = storeLexicon(compileLexicon(lexicon))
  writePack('lexicon', head)
  writeFileSync(join(dist, 'packs', 'lexicon.bin'), numbers)
}

function writePack(name, content) {
  writeFileSync(join(dist, 'packs', `${name}.json`), `${JSON.stringify(content)}\n`)
}

function emitTypes() {
  const types = join(dist, 'types')
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', types], {
    stdio: 'inherit'
  })
  if (status !== 0) throw new Error('the types could not be made')
  // The sources import each other as .ts; a consumer's compiler knows the way from .js to .d.ts for sure.
  for (const entry of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.d.ts')) continue
    const text = readFileSync(join(types, entry), 'utf8')
    writeFileSync(join(types, entry), text.replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'))
  }
}
