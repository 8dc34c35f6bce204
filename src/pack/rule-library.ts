import type { FactSource } from '../flow/index.ts'
import { factSources } from '../flow/index.ts'
import type { CompiledLexicon, Concept, Lexicon, Matcher } from '../match/index.ts'
import { conceptsOf, createMatcher, matcherOf, stanceConcepts } from '../match/index.ts'
import type { Reader, ReaderModel, Strictness } from '../read/index.ts'
import { createReader } from '../read/index.ts'
import type { PatternOwner, Rule } from '../rule/index.ts'
import { order, prohibit, readsLike, require, structure } from '../rule/index.ts'
import { codeRule } from './code-rule.ts'
import type { CodeRule, DeclaredRule, PackContent } from './pack.ts'

/** What a run chooses from. */
export interface LibraryParts {
  readonly packs: readonly PackContent[]
  readonly concepts: readonly Concept[]
  readonly codeRules?: readonly CodeRule[]
  /** The lexicon of exactly these packs, where it was compiled before. */
  readonly lexicon?: CompiledLexicon
  /** What the second reader has learnt; without it there is none. */
  readonly reader?: { readonly model: ReaderModel; readonly falseAlarms: Strictness }
}

/** A rule with its names. */
export interface LibraryRule {
  readonly pack: string
  /** `<pack>/<id>`. */
  readonly ruleId: string
  readonly rule: Rule
}

/**
 * All rules of some packs, with one matcher for all of them. Which of them are on is for a ruleset to say: the
 * matcher is the same, so that it is compiled once, when the program is built.
 */
export interface RuleLibrary {
  /** Sorted by id, so that the order of packs does not matter. */
  readonly rules: readonly LibraryRule[]
  /** For each pattern of the matcher, by its place: whose it is. */
  readonly owners: readonly PatternOwner[]
  /** What raises facts of the call; their patterns stand behind those of the owners. */
  readonly factSources: readonly FactSource[]
  readonly matcher: Matcher
  readonly reader: Reader | undefined
}

export function createLibrary(parts: LibraryParts): RuleLibrary {
  const rules = libraryRules(parts)
  const owners = ownersOf(rules)
  const names = parts.lexicon ? parts.lexicon.names : parts.concepts.map(concept => concept.name)
  const sources = sourcesIn(names)
  const matcher = parts.lexicon
    ? matcherOf(parts.lexicon)
    : createMatcher(lexiconOf(owners, sources, parts.concepts, parts.reader?.model.concepts))
  const { conceptNames } = matcher
  const reader = parts.reader && createReader(parts.reader.model, { ...parts.reader, conceptNames })
  return { rules, owners, factSources: sources, matcher, reader }
}

/** What the matcher of these packs looks for; what a build compiles and stores. */
export function libraryLexicon(parts: LibraryParts): Lexicon {
  const sources = sourcesIn(parts.concepts.map(concept => concept.name))
  return lexiconOf(ownersOf(libraryRules(parts)), sources, parts.concepts)
}

function libraryRules(parts: LibraryParts): LibraryRule[] {
  const rules = [
    ...parts.packs.flatMap(pack => pack.rules.map(rule => ({ pack: pack.name, rule: declaredRule(rule) }))),
    ...(parts.codeRules ?? []).map(({ pack, id, definition }) => ({ pack, rule: codeRule(id, definition) }))
  ].map(({ pack, rule }) => Object.freeze({ pack, rule, ruleId: `${pack}/${rule.id}` }))
  return rules.sort((a, b) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0))
}

function declaredRule(rule: DeclaredRule): Rule {
  switch (rule.kind) {
    case 'prohibit':
      return prohibit(rule)
    case 'require':
      return require(rule)
    case 'reads-like':
      return readsLike(rule)
    case 'order':
      return order(rule)
    case 'structure':
      return structure(rule)
  }
}

function ownersOf(rules: readonly LibraryRule[]): PatternOwner[] {
  return rules.flatMap(({ rule }, place) =>
    Object.entries(rule.patterns).flatMap(([group, patterns]) =>
      patterns.map(pattern => ({ rule: place, group, pattern }))
    )
  )
}

/** The sources of facts whose concepts are there: packs of one's own need none of them. */
function sourcesIn(concepts: readonly string[]): readonly FactSource[] {
  const known = new Set(concepts)
  return factSources.filter(source => known.has(source.concept))
}

/** The concepts that the patterns lead to, those of stance and those that are `read`: what nobody asks for is not looked for. */
function lexiconOf(
  owners: readonly PatternOwner[],
  sources: readonly FactSource[],
  concepts: readonly Concept[],
  read: readonly string[] = []
): Lexicon {
  const patterns = [...owners.map(owner => owner.pattern), ...sources.map(source => `{${source.concept}}`)]
  const byName = new Map(concepts.map(concept => [concept.name, concept]))
  const wanted = new Set<string>()
  const queue = [...Object.values(stanceConcepts), ...read, ...patterns.flatMap(conceptsOf)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (wanted.has(name)) continue
    wanted.add(name)
    for (const pattern of byName.get(name)?.patterns ?? []) queue.push(...conceptsOf(pattern))
  }
  return { concepts: concepts.filter(concept => wanted.has(concept.name)), patterns }
}
