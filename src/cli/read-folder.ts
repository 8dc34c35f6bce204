import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PackFolder } from '../pack/index.ts'
import { reasonOf, SetupError } from './setup-error.ts'

const textFile = /\.(ya?ml|md)$/
const ruleModule = /^[^/]+\/rule\.(js|mjs|ts)$/

/** Reads a folder of rules: its texts, and what its rule modules export. */
export async function readPackFolder(folder: string): Promise<PackFolder> {
  const files = new Map<string, string>()
  const modules = new Map<string, unknown>()
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

/** What a rule's module exports; whether that is a rule is for the pack to say. */
async function loadRule(path: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(path).href)) as { default?: unknown }).default
  } catch (error) {
    throw new SetupError(`cannot load the rule ${path}: ${loadReason(error)}`)
  }
}

function loadReason(error: unknown): string {
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code === 'ERR_MODULE_NOT_FOUND' && /'dunlint'/.test(message))
    return '"dunlint" is not installed where the rule stands; "export default { … }" works without the import'
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION') return 'this Node runs no TypeScript; write it as rule.js'
  return reasonOf(error)
}
