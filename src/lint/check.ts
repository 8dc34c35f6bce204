import type { Category, Diagnostic } from '../diagnostic/index.ts'
import type { ActiveRule, Coverage, Finding, Locale, RuleContext, Ruleset } from '../rule/index.ts'
import type { Facts, Script } from '../script/index.ts'
import type { Span } from '../source/index.ts'
import { applicability } from './applies.ts'
import { diagnose } from './diagnose.ts'
import { byPart, isDoubted } from './read-impressions.ts'
import type { ReadScript } from './read-script.ts'
import { readScript } from './read-script.ts'
import { RuleError } from './rule-error.ts'

/** All rules over one script. @throws RuleError where a rule fails. */
export function checkScript(script: Script, ruleset: Ruleset, facts: Facts, locale: Locale): Diagnostic[] {
  const read = readScript(script, ruleset)
  const parts = byPart(read.impressions())
  const found = ruleset.rules.flatMap((active, place) => {
    const applies = applicability(active.rule.applies, facts)
    if (applies === 'no') return []
    const context = contextOf(script, facts, read, place)
    return guard(active, () =>
      apart([...active.rule.check(context)])
        .filter(finding => !(isDoubtable(finding, active) && isDoubted(finding.match!, parts)))
        .map(finding => ({
          finding,
          diagnostic: diagnose(finding, active, script.file, locale, facts, applies.unknown)
        }))
    )
  })
  const named = namedPlaces(found.filter(({ finding }) => !finding.words).map(({ diagnostic }) => diagnostic))
  return found
    .filter(({ finding: { words }, diagnostic }) => !words || !named(diagnostic.category, words.passage))
    .map(({ diagnostic }) => diagnostic)
}

/**
 * The reader has learnt beside the rules of `core`; a rule of one's own is taken at its word. What is wrong only on the
 * path that leads to it may read as harmless as it likes.
 */
function isDoubtable({ match, path }: Finding, { rule, pack }: ActiveRule): boolean {
  return rule.kind === 'prohibit' && pack === 'core' && match !== undefined && path === undefined
}

/** Tells whether a rule reports a tactic in a passage: then nobody needs to hear that it reads like it. */
function namedPlaces(named: readonly Diagnostic[]): (category: Category, passage: Span) => boolean {
  const places = new Map<Category, Span[]>()
  for (const { category, span } of [...named].sort((a, b) => a.span.start - b.span.start)) {
    const known = places.get(category) ?? []
    const last = known.at(-1)
    // Kept apart, so that the last one that begins before the passage ends is the only one to look at.
    if (last && span.start <= last.end) known[known.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else known.push(span)
    places.set(category, known)
  }
  return (category, passage) => {
    const spans = places.get(category) ?? []
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]!.start < passage.end) low = middle + 1
      else high = middle
    }
    return low > 0 && spans[low - 1]!.end > passage.start
  }
}

/** One report for each place: words quoted in guidance are read twice, as what is said and as part of what is ordered. */
function apart(findings: readonly Finding[]): readonly Finding[] {
  const kept: Finding[] = []
  for (const finding of [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = kept.at(-1)
    if (!last || finding.span.start >= last.span.end || finding.messageId !== last.messageId) kept.push(finding)
  }
  return kept
}

/** The coverage of each rule that is about a disclosure. */
export function coverScript(
  script: Script,
  ruleset: Ruleset,
  facts: Facts
): { readonly active: ActiveRule; readonly coverage: Coverage }[] {
  const read = readScript(script, ruleset)
  return ruleset.rules.flatMap((active, place) => {
    const { coverage } = active.rule
    if (!coverage) return []
    if (applicability(active.rule.applies, facts) === 'no')
      return [{ active, coverage: { status: 'not due' as const, evidence: [] } }]
    return [{ active, coverage: guard(active, () => coverage(contextOf(script, facts, read, place))) }]
  })
}

function contextOf(
  script: Script,
  facts: Facts,
  { matches, impressions, flow }: ReadScript,
  place: number
): RuleContext {
  return { script, facts, matches: group => matches[place]!.get(group) ?? [], impressions, flow }
}

function guard<T>(active: ActiveRule, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new RuleError(active.ruleId, error)
  }
}
