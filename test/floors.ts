import { posix } from 'node:path'
import { transformSync } from 'esbuild'

/** The house, from the ground up; folders on one line do not know each other. */
export const floors: readonly (readonly string[])[] = [
  ['source'],
  ['script', 'diagnostic'],
  ['match'],
  ['parse', 'flow', 'read'],
  ['rule'],
  ['pack'],
  ['config', 'lint', 'report'],
  ['cli'],
  ['index.ts', 'bin']
]

/** On the list, but nobody has moved in yet. The test fails when one of them appears, or another goes. */
export const emptyRooms: readonly string[] = []

/** From this floor up the outside world may be touched. */
const firstWorldlyFloor = 7

/** Which libraries a folder may import; a trailing `*` stands for the rest of the name. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  parse: [
    'unified',
    'remark-parse',
    'mdast',
    'mdast-util-*',
    'micromark-extension-*',
    'micromark-util-*',
    'decode-named-character-reference',
    'yaml'
  ],
  rule: ['fastest-levenshtein'],
  pack: ['yaml', 'ajv'],
  config: ['yaml', 'ignore'],
  report: ['chalk', 'get-east-asian-width'],
  cli: ['commander', 'tinyglobby', 'ignore', 'node:*'],
  'index.ts': ['node:*'],
  bin: ['node:*']
}

/** What a folder may import that is no folder of `src/`. */
const doors: Readonly<Record<string, readonly string[]>> = { cli: ['package.json'], bin: ['dist'] }

/** Globals that make a program depend on where and when it runs. */
const worldlyGlobals = [
  'process',
  'console',
  'Date',
  'Intl',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'fetch',
  'crypto',
  'navigator',
  'require',
  'globalThis',
  'Buffer'
]
const worldlyMethods = /\.(toLocale\w*|localeCompare|random)\b/g

/** Says what in a file (its path from the root of the project, and its text) breaks the house rules. */
export function trespasses(path: string, text: string): string[] {
  const room = roomOf(path)
  const code = plainCode(text)
  const found: string[] = []
  for (const target of importsOf(code)) {
    const wrong = target.startsWith('.') ? wrongRoom(path, target) : wrongLibrary(room, target)
    if (wrong) found.push(wrong)
  }
  if (floorOf(room) < firstWorldlyFloor) {
    for (const name of worldlyGlobals) if (code.includes(marked(name))) found.push(`uses ${name}`)
    for (const [, method] of code.matchAll(worldlyMethods)) found.push(`uses .${method}`)
    if (/\bimport\((?!")/.test(code)) found.push('imports a name that is only known when it runs')
  }
  return found
}

/** The folder of `src/` that a file lives in, `bin`, or the name of a file beside them. */
export function roomOf(path: string): string {
  const [top, next] = path.split('/')
  return top === 'src' ? next! : top!
}

/** The floor of a room, or -1 where the list does not know it. */
export function floorOf(room: string): number {
  return floors.findIndex(rooms => rooms.includes(room))
}

function wrongRoom(path: string, target: string): string | undefined {
  const other = roomOf(posix.join(posix.dirname(path), target))
  const room = roomOf(path)
  if (other === room || doors[room]?.includes(other)) return undefined
  return floorOf(other) >= 0 && floorOf(other) < floorOf(room) ? undefined : `imports ${other} (${target})`
}

function wrongLibrary(room: string, target: string): string | undefined {
  const allowed = libraries[room] ?? []
  const known = allowed.some(name => (name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : name === target))
  return known ? undefined : `imports ${target}`
}

function importsOf(code: string): string[] {
  const fixed = [...code.matchAll(/^(?:import|export)\s+(?:[\w$*\s{},]+\sfrom\s+)?"([^"]+)"/gm)]
  const lazy = [...code.matchAll(/\bimport\("([^"]+)"\)/g)]
  return [...fixed, ...lazy].map(match => match[1]!)
}

/**
 * The file as plain JavaScript: no comments, one spelling of imports, and each free name that belongs to the
 * outside world marked. Imports of types count like any other, so they are turned into imports of values first.
 */
function plainCode(text: string): string {
  const source = text.replace(/^(import|export) type(?=\s*[{*]|\s+\w+\s+from)/gm, '$1')
  const define = Object.fromEntries(worldlyGlobals.map(name => [name, marked(name)]))
  const tsconfigRaw = { compilerOptions: { verbatimModuleSyntax: true } }
  return transformSync(source, { loader: 'ts', legalComments: 'none', define, tsconfigRaw }).code
}

function marked(name: string): string {
  return `outside_world_${name}`
}
