import { readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { emptyConfig } from '../config/config.ts'
import { findConfig } from '../config/find-config.ts'
import type { Config } from '../config/index.ts'
import { describeConfigProblem } from './describe-problem.ts'
import { reasonOf, SetupError } from './setup-error.ts'

export interface LoadedConfig {
  readonly config: Config
  /** Undefined where there is no config file. */
  readonly path?: string
  /** What paths in the config are relative to. */
  readonly folder: string
}

/** The config that was named, else the nearest one upward unless `lookUp` is false, else an empty one. */
export async function loadConfig(cwd: string, named: string | undefined, lookUp: boolean): Promise<LoadedConfig> {
  if (named !== undefined) return readConfigFile(resolve(cwd, named))
  const found = lookUp ? findConfig(foldersUpFrom(cwd), hasFile) : undefined
  if (!found) return { config: emptyConfig, folder: cwd }
  const [name, other] = found.names
  if (other) throw new SetupError(`there are two configs in ${found.folder}: ${name} and ${other}; keep one of them`)
  return readConfigFile(join(found.folder, name!))
}

async function readConfigFile(path: string): Promise<LoadedConfig> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new SetupError(`cannot read the config ${path}: ${reasonOf(error)}`)
  }
  const { readConfig } = await import('../config/read-config.ts')
  const { config, problems } = readConfig(path, text.replace(/^\uFEFF/, ''))
  if (problems.length) throw new SetupError(problems.map(problem => describeConfigProblem(problem, path)))
  return { config, path, folder: dirname(path) }
}

function* foldersUpFrom(cwd: string): Generator<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    yield folder
    if (dirname(folder) === folder) return
  }
}

function hasFile(folder: string, name: string): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false
}
