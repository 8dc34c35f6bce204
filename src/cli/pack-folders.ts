import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Specimen } from '../lint/index.ts'
import { readSpecimens } from '../lint/index.ts'
import type { Concept } from '../match/index.ts'
import type { PackFolder, PackProblem, PackResult } from '../pack/index.ts'
import { readPack } from '../pack/read-pack.ts'
import { builtInNames, rulesFolder, sharedConcepts } from './built-in-packs.ts'
import { readPackFolder } from './read-folder.ts'
import { SetupError } from './setup-error.ts'

/** A pack as it stands on disk, for the commands that are about rules themselves. */
export interface PackOnDisk {
  readonly folder: PackFolder
  readonly result: PackResult
  readonly shared: readonly Concept[]
  /** By rule id (`core/no-arrest-threat`); a rule without `specimens.md` is absent. */
  readonly specimens: ReadonlyMap<string, readonly Specimen[]>
  /** What is wrong in the `specimens.md` files. */
  readonly specimenProblems: readonly PackProblem[]
}

/** Reads rule folders, or, where none is named, the packs that come with the program. */
export async function readPackFolders(folders: readonly string[], cwd: string): Promise<PackOnDisk[]> {
  const shared = await sharedConcepts()
  const paths = folders.length
    ? folders.map(folder => resolve(cwd, folder))
    : builtInNames().map(name => join(rulesFolder(), name))
  const packs: PackOnDisk[] = []
  for (const path of paths) {
    refuseRuleFolder(path)
    const folder = await readPackFolder(path)
    const result = await readPack(folder, shared)
    packs.push({ folder, result, shared, ...specimensOf(folder) })
  }
  return packs
}

/** A rule cannot be read without the concepts and sources of its pack. */
function refuseRuleFolder(path: string): void {
  if (['rule.yaml', 'rule.yml', 'rule.js', 'rule.mjs', 'rule.ts'].some(name => existsSync(join(path, name))))
    throw new SetupError(`${path} is the folder of one rule; name its pack, the folder above: ${dirname(path)}`)
}

function specimensOf(folder: PackFolder): Pick<PackOnDisk, 'specimens' | 'specimenProblems'> {
  const specimens = new Map<string, readonly Specimen[]>()
  const specimenProblems: PackProblem[] = []
  for (const [path, text] of folder.files) {
    const id = /^([^/]+)\/specimens\.md$/.exec(path)?.[1]
    if (!id) continue
    const read = readSpecimens(text)
    specimens.set(`${folder.name}/${id}`, read.specimens)
    for (const { line, message } of read.problems)
      specimenProblems.push({ file: `${folder.name}/${path}`, line, column: 1, key: '', message })
  }
  return { specimens, specimenProblems }
}
