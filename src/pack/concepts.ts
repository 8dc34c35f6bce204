import type { Concept, TokenKind } from '../match/index.ts'
import { isPatternError, nounForms, parsePattern, splitWords, verbForms } from '../match/index.ts'
import type { PackProblem } from './pack.ts'
import { validate } from './schema.ts'
import type { YamlFile } from './yaml-file.ts'
import { readYaml } from './yaml-file.ts'

interface ConceptEntry {
  readonly means: string
  readonly en?: {
    readonly verbs?: string[]
    readonly nouns?: string[]
    readonly words?: string[]
    readonly patterns?: string[]
  }
  readonly zh?: { readonly words?: string[]; readonly patterns?: string[] }
  readonly tokens?: TokenKind[]
}

export interface ConceptFileResult {
  readonly concepts: readonly Concept[]
  readonly problems: readonly PackProblem[]
  /** What the patterns of the file ask for. */
  readonly uses: readonly PatternUse[]
  /** A problem at a concept of the file. */
  readonly problemAt: (name: string, message: string) => PackProblem
}

/** A pattern, and a way to say what is wrong with it where it stands. */
export interface PatternUse {
  readonly source: string
  readonly problem: (message: string) => PackProblem
}

/** Reads one file of concepts: schema, phrases inflected and split, patterns parsed. */
export async function readConceptFile(path: string, text: string): Promise<ConceptFileResult> {
  const file = readYaml(path, text)
  const problemAt = (name: string, message: string) =>
    'data' in file ? file.problem([name], message) : { file: path, key: name, message }
  if (!('data' in file)) return { concepts: [], problems: file, uses: [], problemAt }
  const problems = await validate(file, 'concepts')
  if (problems.length) return { concepts: [], problems, uses: [], problemAt }
  const uses: PatternUse[] = []
  const entries = Object.entries(file.data as Record<string, ConceptEntry>)
  const concepts = entries.map(([name, entry]) => readConcept(name, entry, file, problems, uses))
  return { concepts, problems, uses, problemAt }
}

function readConcept(
  name: string,
  entry: ConceptEntry,
  file: YamlFile,
  problems: PackProblem[],
  uses: PatternUse[]
): Concept {
  const forms: string[] = []
  for (const verb of entry.en?.verbs ?? []) forms.push(...verbForms(verb.toLowerCase()))
  for (const noun of entry.en?.nouns ?? []) forms.push(...nounForms(noun.toLowerCase()))
  forms.push(...(entry.en?.words ?? []), ...(entry.zh?.words ?? []))
  const phrases = new Set<string>()
  for (const form of forms) {
    const keys = splitWords(form)
    if (keys.length) phrases.add(form)
    else problems.push(file.problem([name], `"${form}" holds no word`))
  }
  const patterns: string[] = []
  for (const language of ['en', 'zh'] as const) {
    entry[language]?.patterns?.forEach((source, at) => {
      const parsed = parsePattern(source, splitWords)
      const problem = (message: string) => file.problem([name, language, 'patterns', at], message)
      if (isPatternError(parsed)) problems.push(problem(patternMessage(source, parsed)))
      else {
        patterns.push(source)
        uses.push({ source, problem })
      }
    })
  }
  const tokens = entry.tokens ?? []
  if (!phrases.size && !patterns.length && !tokens.length)
    problems.push(file.problem([name], 'this concept has no wording'))
  return { name, phrases: [...phrases], patterns, tokens }
}

export function patternMessage(source: string, error: { message: string; at: number }): string {
  return `the pattern "${source}" is wrong at character ${error.at + 1}: ${error.message}`
}
