import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackFolder } from '../pack/index.ts'
import type { RuleDefinition } from '../rule/index.ts'
import { reasonOf, SetupError } from './setup-error.ts'

const textFile = /\.(ya?ml|md)$/
const ruleModule = /^[^/]+\/rule\.(js|mjs|ts)$/

/** Reads a folder of rules: its texts, and what its rule modules export. */
export async function readPackFolder(folder: string): Promise<PackFolder> {
  const files = new Map<string, string>()
  const modules = new Map<string, RuleDefinition>()
  for (const path of filesIn(folder)) {
    const inside = relative(folder, path).split(sep).join('/')
    if (textFile.test(inside)) files.set(inside, readFileSync(path, 'utf8'))
    else if (ruleModule.test(inside)) modules.set(inside, await loadRule(path))
  }
  return { name: basename(folder), files, ...(modules.size && { modules }) }
}

function filesIn(folder: string): string[] {
  try {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' })
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter(
        entry =>
          entry.isFile() && !/(^|[\\/])(node_modules|\.[^\\/.]+)([\\/]|$)/.test(relative(folder, entry.parentPath))
      )
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    throw new SetupError(`cannot read the rule folder ${folder}: ${reasonOf(error)}`)
  }
}

async function loadRule(path: string): Promise<RuleDefinition> {
  try {
    const module = (await import(pathToFileURL(path).href)) as { default?: RuleDefinition }
    if (typeof module.default?.check === 'function') return module.default
  } catch (error) {
    throw new SetupError(`cannot load the rule ${path}: ${reasonOf(error)}`)
  }
  throw new SetupError(`the rule ${path} has no default export made with defineRule`)
}
