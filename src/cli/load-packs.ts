import { isAbsolute, join } from 'node:path'
import type { Config } from '../config/index.ts'
import type { CompiledLexicon, Concept } from '../match/index.ts'
import type { CodeRule, PackContent, PackResult } from '../pack/index.ts'
import { didYouMean } from '../rule/nearest.ts'
import { builtInNames, builtInPack, recommended, sharedConcepts, storedLexicon } from './built-in-packs.ts'
import { describeConfigProblem, describeProblem } from './describe-problem.ts'
import { readPackFolder } from './read-folder.ts'
import { SetupError } from './setup-error.ts'

/** All rules that a run can choose from. */
export interface LoadedPacks {
  readonly packs: readonly PackContent[]
  readonly concepts: readonly Concept[]
  readonly codeRules: readonly CodeRule[]
  /** The compiled lexicon of exactly these packs, where there is one. */
  readonly lexicon?: CompiledLexicon
  /** All rule ids that exist in these packs, off or on. */
  readonly ruleIds: ReadonlySet<string>
}

/** Loads the recommended packs and those that a config names. @throws SetupError where one of them is broken. */
export async function loadPacks(config: Config, configPath: string | undefined, folder: string): Promise<LoadedPacks> {
  // Without packs of the user's own everything was compiled when the program was built, concepts included.
  const lexicon = config.packs.length ? undefined : storedLexicon()
  const shared = lexicon ? [] : await sharedConcepts()
  const results: PackResult[] = []
  const names = new Set<string>()
  const add = async (name: string, load: () => Promise<PackResult>) => {
    if (names.has(name)) return
    names.add(name)
    results.push(await load())
  }
  for (const name of recommended) await add(name, () => builtInPack(name, shared))
  for (const pack of config.packs) {
    if (isPath(pack.name)) {
      const path = isAbsolute(pack.name) ? pack.name : join(folder, pack.name)
      const read = await readPackFolder(path)
      if (names.has(read.name))
        throw new SetupError(`there are two packs called "${read.name}"; rename the folder ${path}`)
      const { readPack } = await import('../pack/read-pack.ts')
      await add(read.name, () => readPack(read, shared))
    } else {
      const known = builtInNames()
      if (!known.includes(pack.name))
        throw new SetupError(
          describeConfigProblem(
            {
              ...pack,
              key: 'packs',
              message: `there is no built-in pack "${pack.name}"${didYouMean(pack.name, known)} (a folder needs a slash: "./${pack.name}")`
            },
            configPath
          )
        )
      await add(pack.name, () => builtInPack(pack.name, shared))
    }
  }
  return { ...gather(results, shared), ...(lexicon && { lexicon }) }
}

/** One choice of rules out of several packs. @throws SetupError where one of them is broken. */
export function gather(results: readonly PackResult[], shared: readonly Concept[]): LoadedPacks {
  const problems = results.flatMap(result => result.problems)
  if (problems.length) throw new SetupError(problems.map(describeProblem))
  checkConceptNames(results)
  const packs = results.map(result => result.content)
  const codeRules = results.flatMap(result => result.codeRules)
  return {
    packs,
    codeRules,
    concepts: [...shared, ...results.flatMap(result => result.concepts)],
    ruleIds: new Set([
      ...packs.flatMap(pack => pack.rules.map(rule => `${pack.name}/${rule.id}`)),
      ...codeRules.map(rule => `${rule.pack}/${rule.id}`)
    ])
  }
}

/** Patterns ask for concepts by name alone, so two packs cannot mean two things by one name. */
function checkConceptNames(results: readonly PackResult[]): void {
  const owners = new Map<string, string>()
  for (const { content, concepts } of results) {
    for (const { name } of concepts) {
      const other = owners.get(name)
      if (other) throw new SetupError(`the packs ${other} and ${content.name} both define the concept "${name}"`)
      owners.set(name, content.name)
    }
  }
}

function isPath(name: string): boolean {
  return name.includes('/') || name.includes('\\')
}
