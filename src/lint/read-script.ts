import type { CallFlow } from '../flow/index.ts'
import { callFlow } from '../flow/index.ts'
import type { Match, Reading, Stance } from '../match/index.ts'
import type { PlacedImpression, RuleMatch, Ruleset, Usage } from '../rule/index.ts'
import type { Part, Script, Step } from '../script/index.ts'
import { walkParts } from '../script/index.ts'
import { toSource } from '../source/index.ts'
import { FactReader } from './read-facts.ts'
import { readImpressions } from './read-impressions.ts'

/** The matches of each rule by group, in the order of the script. */
export type MatchesByRule = readonly ReadonlyMap<string, readonly RuleMatch[]>[]

/** What a script holds for all rules. */
export interface ReadScript {
  readonly matches: MatchesByRule
  /** What the second reader makes of it, in the order of the script; read when it is first asked for. */
  readonly impressions: () => readonly PlacedImpression[]
  /** The ways through the call; made when a rule first asks for them. */
  readonly flow: () => CallFlow
}

/** Reads every part of a script once, for all rules, and deals the matches out to their owners. */
export function readScript(script: Script, ruleset: Ruleset): ReadScript {
  const byRule = ruleset.rules.map(() => new Map<string, RuleMatch[]>())
  const facts = new FactReader(ruleset)
  const toRead: { part: Part; usage: Usage; reading: Reading }[] = []
  for (const { step, part } of walkParts(script)) {
    const reading: Reading = ruleset.matcher.read(part.text.value)
    const usage = usageOf(part)
    const isRead = ruleset.reader && part.frame === 'plain' && (usage === 'spoken' || usage === 'instructed')
    if (!isRead && reading.matches.length === 0) continue
    const about = isAbout(part, reading, ruleset)
    if (isRead && !about) toRead.push({ part, usage, reading })
    if (!about) facts.addPart(part, reading)
    for (const match of reading.matches) {
      const owner = ruleset.owners[match.pattern]
      if (!owner) continue
      const groups = byRule[owner.rule]!
      const found = toRuleMatch(match, step, part, owner.pattern, about)
      const group = groups.get(owner.group)
      if (group) group.push(found)
      else groups.set(owner.group, [found])
    }
  }
  let flow: CallFlow | undefined
  const flowOf = () => (flow ??= callFlow(script, facts.finish(script)))
  let impressions: readonly PlacedImpression[] | undefined
  const impressionsOf = () =>
    (impressions ??= toRead.flatMap(({ part, usage, reading }) =>
      readImpressions(ruleset.reader!, part, usage, reading)
    ))
  return { matches: byRule, impressions: impressionsOf, flow: flowOf }
}

function toRuleMatch(match: Match, step: Step, part: Part, pattern: string, about: boolean): RuleMatch {
  return {
    step,
    part,
    pattern,
    match,
    usage: usageOf(part),
    stance: framed(match.stance, part, about),
    span: toSource(part.text, match.start, match.end),
    phrase: part.text.value.slice(match.start, match.end).replace(/\s+/g, ' ')
  }
}

function usageOf(part: Part): Usage {
  if (part.kind === 'instruction') return 'instructed'
  if (part.kind === 'mention') return 'mentioned'
  return part.speaker === 'customer' ? 'customer' : 'spoken'
}

/** Whether guidance speaks about scripts, so that neither it nor what it quotes is meant. */
function isAbout(part: Part, reading: Reading, ruleset: Ruleset): boolean {
  if (part.kind === 'instruction') return reading.about
  return part.kind === 'utterance' && part.around !== undefined && ruleset.matcher.read(part.around.value).about
}

/** A place that forbids, or only shows, outweighs words that would be meant elsewhere; a denial stays one. */
function framed(stance: Stance, part: Part, about: boolean): Stance {
  if ((part.frame === 'plain' && !about) || stance === 'denied' || stance === 'forbidden' || stance === 'reported')
    return stance
  return part.frame === 'forbidden' ? 'forbidden' : 'reported'
}
