import type { Concept } from '../match/index.ts'
import { conceptsOf } from '../match/index.ts'
import { didYouMean } from '../rule/nearest.ts'
import type { PatternUse } from './concepts.ts'
import { readConceptFile } from './concepts.ts'
import type { CodeRule, DeclaredRule, PackContent, PackFolder, PackProblem, Source } from './pack.ts'
import { readCodeRule } from './read-code-rule.ts'
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

/** A folder of concepts, read. */
export interface ConceptsResult {
  readonly concepts: readonly Concept[]
  readonly problems: readonly PackProblem[]
}

/** Reads the shared concepts: a folder of YAML files and nothing else. */
export async function readConcepts(folder: PackFolder): Promise<ConceptsResult> {
  const { concepts, problems } = await readConceptFolder(folder)
  return { concepts, problems }
}

interface ConceptFolder extends ConceptsResult {
  readonly uses: readonly PatternUse[]
  /** A problem at the place of a concept. */
  readonly problemAt: (name: string, message: string) => PackProblem
  /** What the files that cannot be read seem to define: nobody should be told that it is not there. */
  readonly unread: ReadonlySet<string>
}

async function readConceptFolder(folder: PackFolder): Promise<ConceptFolder> {
  const concepts = new Map<string, Concept>()
  const places = new Map<string, (message: string) => PackProblem>()
  const unread = new Set<string>()
  const uses: PatternUse[] = []
  const problems: PackProblem[] = []
  for (const [path, text] of sorted(folder.files)) {
    if (!isYaml(path)) continue
    const result = await readConceptFile(`${folder.name}/${path}`, text)
    problems.push(...result.problems)
    uses.push(...result.uses)
    if (result.problems.length) for (const name of keysIn(text)) unread.add(name)
    for (const concept of result.concepts) {
      const { name } = concept
      if (concepts.has(name)) problems.push(result.problemAt(name, `the concept "${name}" is defined twice`))
      concepts.set(name, concept)
      places.set(name, message => result.problemAt(name, message))
    }
  }
  const problemAt = (name: string, message: string) => places.get(name)!(message)
  problems.push(...cycleProblems(concepts, problemAt))
  return { concepts: [...concepts.values()], problems, uses, problemAt, unread }
}

/** All that looks like a key, whether or not the file can be read. */
function keysIn(text: string): string[] {
  return [...text.matchAll(/(?<=^|[\s{,"'])[a-z][a-z0-9-]*(?=["']?\s*[:：])/g)].map(match => match[0])
}

/**
 * Reads a pack: `sources.yaml`, `concepts/*.yaml`, and a folder a rule with `rule.yaml` (or a module).
 * Nothing is registered anywhere; what is in the folder is in the pack. Never throws on content.
 */
export async function readPack(folder: PackFolder, shared: readonly Concept[]): Promise<PackResult> {
  const problems: PackProblem[] = []
  const sources = await readSources(folder, problems)
  const own = await readConceptFolder({ name: `${folder.name}/concepts`, files: inside(folder.files, 'concepts/') })
  problems.push(...own.problems)
  const known = new Map([...shared, ...own.concepts].map(concept => [concept.name, concept]))
  for (const { name } of own.concepts) {
    if (shared.some(other => other.name === name))
      problems.push(own.problemAt(name, `the concept "${name}" is one of the shared ones; choose another name`))
  }
  const checkUses = (uses: readonly PatternUse[]) => problems.push(...unknownConcepts(uses, known, own.unread))
  checkUses(own.uses)
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
    checkUses(result.uses)
    problems.push(...unknownSources(result.rule, sources, result.file))
    rules.push(result.rule)
  }
  const codeRules: CodeRule[] = []
  for (const [path, exported] of folder.modules ?? []) {
    const id = path.split('/')[0]!
    const file = `${folder.name}/${path}`
    const { definition, problems: found, uses } = await readCodeRule(file, id, exported)
    problems.push(...found)
    if (rules.some(rule => rule.id === id) || codeRules.some(rule => rule.id === id))
      problems.push({ file, key: '', message: `there are two rules in the folder ${id}; keep one of them` })
    checkUses(uses)
    if (definition) codeRules.push({ pack: folder.name, id, definition })
  }
  if (found === 0)
    problems.push({
      file: folder.name,
      key: '',
      message: 'there is no rule in this folder (a rule is a folder with a rule.yaml)'
    })
  return { content: { name: folder.name, sources, rules }, concepts: own.concepts, codeRules, problems }
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
  uses: readonly PatternUse[],
  known: ReadonlyMap<string, Concept>,
  unread: ReadonlySet<string>
): PackProblem[] {
  return uses.flatMap(({ source, problem }) => {
    const missing = new Set(conceptsOf(source).filter(name => !known.has(name) && !unread.has(name)))
    return [...missing].map(name =>
      problem(
        `the pattern "${source}" names the concept "${name}", which is not there${didYouMean(name, known.keys())}`
      )
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
function cycleProblems(concepts: ReadonlyMap<string, Concept>, problemAt: ConceptFolder['problemAt']): PackProblem[] {
  const done = new Set<string>()
  const problems: PackProblem[] = []
  const visit = (name: string, trail: readonly string[]): void => {
    if (done.has(name)) return
    if (trail.includes(name)) {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' → ')
      problems.push(problemAt(name, `the concept leads back to itself: ${circle}`))
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
