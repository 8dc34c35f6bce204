import type { Concept } from '../match/index.ts'
import { conceptsOf } from '../match/index.ts'
import { readConceptFile } from './concepts.ts'
import type { CodeRule, DeclaredRule, PackContent, PackFolder, PackProblem, Source } from './pack.ts'
import { readRuleFile } from './rule-file.ts'
import { validate } from './schema.ts'
import type { YamlFile } from './yaml-file.ts'
import { readYaml } from './yaml-file.ts'

export interface PackResult {
  readonly content: PackContent
  /** The pack's own concepts, beside the shared ones. */
  readonly concepts: readonly Concept[]
  readonly codeRules: readonly CodeRule[]
  readonly problems: readonly PackProblem[]
}

/** Reads the shared concepts: a folder of YAML files and nothing else. */
export async function readConcepts(
  folder: PackFolder
): Promise<{ concepts: readonly Concept[]; problems: readonly PackProblem[] }> {
  const concepts = new Map<string, Concept>()
  const problems: PackProblem[] = []
  for (const [path, text] of sorted(folder.files)) {
    if (!isYaml(path)) continue
    const result = await readConceptFile(`${folder.name}/${path}`, text)
    problems.push(...result.problems)
    for (const concept of result.concepts) {
      if (concepts.has(concept.name))
        problems.push(atFile(`${folder.name}/${path}`, concept.name, `the concept "${concept.name}" is defined twice`))
      concepts.set(concept.name, concept)
    }
  }
  problems.push(...cycleProblems(concepts))
  return { concepts: [...concepts.values()], problems }
}

/**
 * Reads a pack: `sources.yaml`, `concepts/*.yaml`, and a folder a rule with `rule.yaml` (or a module).
 * Nothing is registered anywhere; what is in the folder is in the pack. Never throws on content.
 */
export async function readPack(folder: PackFolder, shared: readonly Concept[]): Promise<PackResult> {
  const problems: PackProblem[] = []
  const sources = await readSources(folder, problems)
  const own = await readConcepts({ name: `${folder.name}/concepts`, files: inside(folder.files, 'concepts/') })
  problems.push(...own.problems)
  const known = new Map([...shared, ...own.concepts].map(concept => [concept.name, concept]))
  for (const { name } of own.concepts) {
    if (shared.some(other => other.name === name))
      problems.push(
        atFile(`${folder.name}/concepts`, name, `the concept "${name}" is one of the shared ones; choose another name`)
      )
  }
  problems.push(
    ...unknownConcepts(
      own.concepts.flatMap(concept => concept.patterns.map(pattern => ({ pattern, name: concept.name }))),
      known,
      `${folder.name}/concepts`
    )
  )
  const rules: DeclaredRule[] = []
  let found = folder.modules?.size ?? 0
  for (const [path, text] of sorted(folder.files)) {
    const id = /^([^/]+)\/rule\.ya?ml$/.exec(path)?.[1]
    if (!id) continue
    found++
    const file = `${folder.name}/${path}`
    const result = await readRuleFile(file, id, text)
    problems.push(...result.problems)
    if (!result.rule || !result.file) continue
    problems.push(
      ...unknownConcepts(
        patternsOf(result.rule).map(pattern => ({ pattern, name: id })),
        known,
        file
      )
    )
    problems.push(...unknownSources(result.rule, sources, result.file))
    rules.push(result.rule)
  }
  const codeRules = [...(folder.modules ?? [])].map(([path, definition]) => ({
    pack: folder.name,
    id: path.split('/')[0]!,
    definition
  }))
  if (found === 0)
    problems.push(atFile(folder.name, '', 'there is no rule in this folder (a rule is a folder with a rule.yaml)'))
  return { content: { name: folder.name, sources, rules }, concepts: own.concepts, codeRules, problems }
}

function patternsOf(rule: DeclaredRule): readonly string[] {
  const groups = rule.kind === 'prohibit' ? rule.groups : rule.elements
  return [...groups.flatMap(group => group.patterns), ...rule.unless]
}

async function readSources(folder: PackFolder, problems: PackProblem[]): Promise<Readonly<Record<string, Source>>> {
  const text = folder.files.get('sources.yaml')
  if (text === undefined) return {}
  const file = readYaml(`${folder.name}/sources.yaml`, text)
  if (!('data' in file)) {
    problems.push(...file)
    return {}
  }
  const found = await validate(file, 'sources')
  problems.push(...found)
  return found.length ? {} : (file.data as Record<string, Source>)
}

function unknownConcepts(
  uses: readonly { pattern: string; name: string }[],
  known: ReadonlyMap<string, Concept>,
  file: string
): PackProblem[] {
  return uses.flatMap(({ pattern, name }) => {
    const missing = conceptsOf(pattern).filter(concept => !known.has(concept))
    return missing.map(concept =>
      atFile(file, name, `the pattern "${pattern}" names the concept "${concept}", which is not there`)
    )
  })
}

function unknownSources(rule: DeclaredRule, sources: Readonly<Record<string, Source>>, file: YamlFile): PackProblem[] {
  return rule.references.flatMap((reference, at) =>
    Object.hasOwn(sources, reference.source)
      ? []
      : [file.problem(['references', at, 'source'], `"${reference.source}" is not in sources.yaml`)]
  )
}

/** Concepts that lead back to themselves could never be told apart from themselves. */
function cycleProblems(concepts: ReadonlyMap<string, Concept>): PackProblem[] {
  const done = new Set<string>()
  const problems: PackProblem[] = []
  const visit = (name: string, trail: readonly string[]): void => {
    if (done.has(name)) return
    if (trail.includes(name)) {
      problems.push(
        atFile(
          'concepts',
          name,
          `the concept leads back to itself: ${[...trail.slice(trail.indexOf(name)), name].join(' → ')}`
        )
      )
      done.add(name)
      return
    }
    for (const pattern of concepts.get(name)?.patterns ?? [])
      for (const other of conceptsOf(pattern)) visit(other, [...trail, name])
    done.add(name)
  }
  for (const name of concepts.keys()) visit(name, [])
  return problems
}

function atFile(file: string, key: string, message: string): PackProblem {
  return { file, line: 1, column: 1, key, message }
}

function inside(files: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  return new Map(
    [...files].filter(([path]) => path.startsWith(prefix)).map(([path, text]) => [path.slice(prefix.length), text])
  )
}

/** Files come from disk in any order; what is made of them must not. */
function sorted(files: ReadonlyMap<string, string>): [string, string][] {
  return [...files].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path)
}
