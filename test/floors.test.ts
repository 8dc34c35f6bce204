import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyRooms, floorOf, floors, roomOf, trespasses } from './floors.ts'

const root = join(import.meta.dirname, '..')

test('imports only go down, and only the top floors touch the outside world', () => {
  const found: string[] = []
  for (const path of sourceFiles()) {
    const text = readFileSync(join(root, path), 'utf8')
    for (const wrong of trespasses(path, text)) found.push(`${path} ${wrong}`)
  }
  expect(found).toEqual([])
})

test.each([
  ['src/source/file.ts', "import { a } from '../script/index.ts'", 'imports script (../script/index.ts)'],
  [
    'src/script/file.ts',
    "import type { A } from '../diagnostic/index.ts'",
    'imports diagnostic (../diagnostic/index.ts)'
  ],
  ['src/report/file.ts', "export type { A } from '../config/index.ts'", 'imports config (../config/index.ts)'],
  ['src/report/file.ts', "export * from '../lint/index.ts'", 'imports lint (../lint/index.ts)'],
  ['src/rule/kinds/file.ts', "import { type A } from '../../pack/index.ts'", 'imports pack (../../pack/index.ts)'],
  ['src/lint/file.ts', "const cli = await import('../cli/main.ts')", 'imports cli (../cli/main.ts)'],
  ['src/config/kinds/file.ts', "import {\n  b\n} from\n  '../../lint/index.ts'", 'imports lint (../../lint/index.ts)'],
  ['src/parse/file.ts', "import { readFileSync } from 'node:fs'", 'imports node:fs'],
  ['src/report/file.ts', "import { Command } from 'commander'", 'imports commander'],
  ['src/lint/file.ts', "import chalk from 'chalk'", 'imports chalk'],
  ['src/match/file.ts', "import { parse } from 'yaml'", 'imports yaml'],
  ['src/rule/file.ts', 'export const now = () => Date.now()', 'uses Date'],
  ['src/lint/file.ts', 'export const here = process.cwd()', 'uses process'],
  ['src/pack/file.ts', 'console.log(1)', 'uses console'],
  ['src/report/file.ts', 'export const by = (a: string, b: string) => a.localeCompare(b)', 'uses .localeCompare'],
  ['src/match/file.ts', 'export const low = (a: string) => a.toLocaleLowerCase()', 'uses .toLocaleLowerCase'],
  ['src/match/file.ts', 'export const words = new Intl.Segmenter()', 'uses Intl'],
  [
    'src/pack/file.ts',
    'export const load = (name: string) => import(name)',
    'imports a name that is only known when it runs'
  ],
  ['src/index.ts', "import '../bin/dunlint.js'", 'imports bin (../bin/dunlint.js)']
])('the gate bites in %s: %s', (path, text, wrong) => {
  expect(trespasses(path, text)).toEqual([wrong])
})

test.each([
  [
    'src/cli/file.ts',
    "import { lintFile } from '../../lint/index.ts'\nimport { readFile } from 'node:fs/promises'\nconsole.log(Date.now())"
  ],
  [
    'src/parse/file.ts',
    "// import { a } from '../lint/index.ts'\n/* process.exit() */\nimport { b } from './result.ts'"
  ],
  [
    'src/rule/kinds/file.ts',
    "import { span } from '../../source/index.ts'\nexport const process = (Date: string) => Date"
  ],
  ['src/index.ts', "export { defineRule } from './rule/index.ts'"]
])('the gate lets pass in %s: %s', (path, text) => {
  expect(trespasses(path, text)).toEqual([])
})

test('every floor on the list exists, and every folder is on the list', () => {
  const listed = floors.flat().filter(room => room !== 'bin' && !emptyRooms.includes(room))
  const present = [...new Set(sourceFiles().map(roomOf))].filter(room => room !== 'bin')
  expect(present.toSorted()).toEqual(listed.toSorted())
  expect(existsSync(join(root, 'bin'))).toBe(true)
  for (const room of emptyRooms) expect(floorOf(room)).toBeGreaterThan(0)
})

function sourceFiles(): string[] {
  const inSource = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  return [
    ...inSource.filter(path => path.endsWith('.ts')).map(path => `src/${path.replaceAll('\\', '/')}`),
    ...readdirSync(join(root, 'bin')).map(name => `bin/${name}`)
  ]
}
