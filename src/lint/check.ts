import type { Diagnostic } from '../diagnostic/index.ts'
import type { ActiveRule, Coverage, Finding, Locale, RuleContext, Ruleset } from '../rule/index.ts'
import type { Facts, Script } from '../script/index.ts'
import { applicability } from './applies.ts'
import { diagnose } from './diagnose.ts'
import type { ReadScript } from './read-script.ts'
import { readScript } from './read-script.ts'
import { RuleError } from './rule-error.ts'

/** All rules over one script. @throws RuleError where a rule fails. */
export function checkScript(script: Script, ruleset: Ruleset, facts: Facts, locale: Locale): Diagnostic[] {
  const read = readScript(script, ruleset)
  return ruleset.rules.flatMap((active, place) => {
    const applies = applicability(active.rule.applies, facts)
    if (applies === 'no') return []
    const context = contextOf(script, facts, read, place)
    return guard(active, () =>
      apart([...active.rule.check(context)]).map(finding =>
        diagnose(finding, active, script.file, locale, facts, applies.unknown)
      )
    )
  })
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

function contextOf(script: Script, facts: Facts, { matches, flow }: ReadScript, place: number): RuleContext {
  return { script, facts, matches: group => matches[place]!.get(group) ?? [], flow }
}

function guard<T>(active: ActiveRule, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new RuleError(active.ruleId, error)
  }
}
