import type { Severity } from '../diagnostic/index.ts'
import type { Concept, Pattern } from '../match/index.ts'
import { conceptsIn, createMatcher, isPatternError, parsePattern, stanceConcepts } from '../match/index.ts'
import type { ActiveRule, PatternOwner, Rule, RuleDefinition, Ruleset } from '../rule/index.ts'
import { locales, prohibit, require } from '../rule/index.ts'
import { splitWords } from './concepts.ts'
import type { CodeRule, DeclaredRule, PackContent } from './pack.ts'

/** What a run chooses from. */
export interface RulesetParts {
  readonly packs: readonly PackContent[]
  readonly concepts: readonly Concept[]
  readonly codeRules?: readonly CodeRule[]
  /** Severity or `off` by rule id (`core/no-arrest-threat`); a rule that is not named keeps its own. */
  readonly settings?: ReadonlyMap<string, Severity | 'off'>
}

/**
 * Resolves and freezes the rules of one run and compiles one matcher for all of them. The order of
 * packs does not matter: rules are sorted by id.
 * @throws on a code rule with a pattern that cannot be parsed, naming the rule.
 */
export function createRuleset(parts: RulesetParts): Ruleset {
  const all = [
    ...parts.packs.flatMap(pack => pack.rules.map(rule => ({ pack: pack.name, rule: fromData(rule) }))),
    ...(parts.codeRules ?? []).map(({ pack, id, definition }) => ({ pack, rule: fromCode(id, definition) }))
  ].map(({ pack, rule }) => ({ pack, rule, ruleId: `${pack}/${rule.id}` }))
  all.sort((a, b) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0))
  const rules: ActiveRule[] = []
  for (const entry of all) {
    const severity = parts.settings?.get(entry.ruleId) ?? entry.rule.severity
    if (severity !== 'off') rules.push(Object.freeze({ ...entry, severity }))
  }
  const owners: PatternOwner[] = rules.flatMap(({ rule }, place) =>
    Object.entries(rule.patterns).flatMap(([group, patterns]) =>
      patterns.map(pattern => ({ rule: place, group, pattern }))
    )
  )
  const patterns = owners.map(owner => owner.pattern)
  const matcher = createMatcher({ concepts: needed(parts.concepts, patterns), patterns })
  return Object.freeze({
    rules: Object.freeze(rules),
    matcher,
    owners: Object.freeze(owners),
    knownRuleIds: new Set(all.map(entry => entry.ruleId))
  })
}

function fromData(rule: DeclaredRule): Rule {
  return rule.kind === 'prohibit' ? prohibit(rule) : require(rule)
}

const noText = { en: '', 'zh-Hans': '', 'zh-Hant': '' }

function fromCode(id: string, definition: RuleDefinition): Rule {
  const { patterns, check, ...meta } = definition
  const parsed = Object.entries(patterns).map(
    ([group, sources]) => [group, [sources].flat().map(source => parseOrThrow(id, source))] as const
  )
  return {
    severity: 'error',
    evaluability: 'text',
    languages: locales,
    applies: {},
    title: noText,
    why: noText,
    advice: { en: [], 'zh-Hans': [], 'zh-Hant': [] },
    references: [],
    suppressible: true,
    ...meta,
    id,
    kind: 'code',
    patterns: Object.fromEntries(parsed),
    check
  }
}

function parseOrThrow(id: string, source: string): Pattern {
  const parsed = parsePattern(source, splitWords)
  if (isPatternError(parsed))
    throw new Error(`rule ${id}: the pattern "${source}" is wrong at character ${parsed.at + 1}: ${parsed.message}`)
  return parsed
}

/** The concepts that the patterns lead to, and those of stance: what no rule asks for is not looked for. */
function needed(concepts: readonly Concept[], patterns: readonly Pattern[]): Concept[] {
  const byName = new Map(concepts.map(concept => [concept.name, concept]))
  const wanted = new Set<string>()
  const queue = [...Object.values(stanceConcepts), ...patterns.flatMap(namesIn)]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (wanted.has(name)) continue
    wanted.add(name)
    for (const pattern of byName.get(name)?.patterns ?? []) queue.push(...namesIn(pattern))
  }
  return concepts.filter(concept => wanted.has(concept.name))
}

function namesIn(pattern: Pattern): string[] {
  return pattern.parts.flatMap(part => [...conceptsIn(part)])
}
