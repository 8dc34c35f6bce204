import type { Stance } from '../../match/index.ts'
import type { Finding, Rule, RuleContext, RuleMatch, RuleMeta, Usage } from '../rule.ts'

/** Patterns that count in some usages and stances only. */
export interface PatternGroup {
  readonly patterns: readonly string[]
  readonly in: readonly Usage[]
  readonly stances: readonly Stance[]
}

/** What must not be said, or ordered. */
export interface ProhibitRule extends RuleMeta {
  readonly kind: 'prohibit'
  readonly groups: readonly PatternGroup[]
  /** A match is dropped where one of these stands in its sentence. */
  readonly unless: readonly string[]
}

/** One finding for each sentence that holds a match: the first, and of those the longest. */
export function prohibit(source: ProhibitRule): Rule {
  const { groups, unless, ...meta } = source
  const patterns = { ...Object.fromEntries(groups.map((group, at) => [`${at}`, group.patterns])), unless }
  return { ...meta, patterns, check: context => findings(context, groups) }
}

function* findings(context: RuleContext, groups: readonly PatternGroup[]): Generator<Finding> {
  const excused = new Map(context.matches('unless').map(found => [placeOf(found), found]))
  const first = new Map<string, RuleMatch>()
  groups.forEach((group, at) => {
    for (const found of context.matches(`${at}`)) {
      if (!group.in.includes(found.usage) || !group.stances.includes(found.stance)) continue
      const place = placeOf(found)
      if (excused.has(place)) continue
      const known = first.get(place)
      if (!known || comesFirst(found, known)) first.set(place, found)
    }
  })
  for (const match of first.values())
    yield { messageId: 'found', span: match.span, data: { phrase: match.phrase }, match }
}

function placeOf(found: RuleMatch): string {
  return `${found.part.span.start} ${found.match.sentence}`
}

function comesFirst(a: RuleMatch, b: RuleMatch): boolean {
  return a.match.start < b.match.start || (a.match.start === b.match.start && a.match.end > b.match.end)
}
