import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackContent, PackProblem } from '../src/pack/index.ts'
import { createRuleset, readConcepts, readPack } from '../src/pack/index.ts'
import { restoreModel } from '../src/read/index.ts'
import type { Ruleset } from '../src/rule/index.ts'

const rules = process.env.DUNLINT_RULES ?? fileURLToPath(new URL('../rules', import.meta.url))

function readFolder(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const paths = files.map(entry => join(entry.parentPath, entry.name))
  return new Map(paths.map(path => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]))
}

function readerModel() {
  const head = JSON.parse(readFileSync(join(rules, 'reader/weights.json'), 'utf8'))
  return restoreModel({ head, bytes: readFileSync(join(rules, 'reader/weights.bin')) })
}

/** The core pack as it stands in `rules/`, read and compiled, with the second reader or without. */
export async function coreRules(withReader = true): Promise<{
  content: PackContent
  problems: readonly PackProblem[]
  ruleset: Ruleset
}> {
  const shared = await readConcepts({ name: 'concepts', files: readFolder(join(rules, 'concepts')) })
  const core = await readPack({ name: 'core', files: readFolder(join(rules, 'core')) }, shared.concepts)
  const parts = { packs: [core.content], concepts: [...shared.concepts, ...core.concepts] }
  const ruleset = createRuleset(withReader ? { ...parts, reader: { model: readerModel(), falseAlarms: '2%' } } : parts)
  return { content: core.content, problems: [...shared.problems, ...core.problems], ruleset }
}
