import type { CallFact } from '../../flow/index.ts'
import type { Stance } from '../../match/index.ts'
import type { Said } from '../paths/offences.ts'
import { findOffences, saidBy, saidByFacts } from '../paths/offences.ts'
import { pathName } from '../paths/path-name.ts'
import { findRepetition } from '../paths/repetition.ts'
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
  /** Words that raise one of these facts count like a match. */
  readonly facts: readonly CallFact[]
  /** It is forbidden only where, on some path, one of these facts holds. Without any: everywhere. */
  readonly while: readonly CallFact[]
  /** It is forbidden only to say it this many times on one path; 1 forbids it at once. */
  readonly times: number
}

/**
 * One finding for each sentence that holds a match: the first, and of those the longest. Where the path matters, one for each
 * step in which it is first said.
 */
export function prohibit(source: ProhibitRule): Rule {
  const { groups, unless, facts, while: situation, times, ...meta } = source
  const patterns = { ...Object.fromEntries(groups.map((group, at) => [`${at}`, group.patterns])), unless }
  return { ...meta, patterns, check: context => findings(context, source) }
}

function* findings(context: RuleContext, rule: ProhibitRule): Generator<Finding> {
  const matches = firstMatches(context, rule.groups)
  if (rule.while.length === 0 && rule.times === 1) {
    for (const match of matches) yield { messageId: 'found', span: match.span, data: { phrase: match.phrase }, match }
    return
  }
  const flow = context.flow()
  const said = [...saidBy(flow, matches), ...saidByFacts(flow, rule.facts)]
  if (said.length === 0) return
  for (const offence of offences(context, rule, said)) {
    const { span, phrase, match } = offence.said
    const data = { phrase, path: pathName(flow, offence.path), times: `${rule.times}` }
    yield { messageId: 'found', span, data, path: offence.path, ...(match && { match }) }
  }
}

function offences(context: RuleContext, rule: ProhibitRule, said: readonly Said[]) {
  if (rule.times > 1) return findRepetition(context.flow(), said, rule.times)
  return findOffences(context.flow(), {
    said,
    marks: [rule.while],
    turnOn: [],
    unreached: 0,
    isOffence: marks => marks !== 0
  })
}

function firstMatches(context: RuleContext, groups: readonly PatternGroup[]): readonly RuleMatch[] {
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
  return [...first.values()]
}

function placeOf(found: RuleMatch): string {
  return `${found.part.span.start} ${found.match.sentence}`
}

function comesFirst(a: RuleMatch, b: RuleMatch): boolean {
  return a.match.start < b.match.start || (a.match.start === b.match.start && a.match.end > b.match.end)
}
