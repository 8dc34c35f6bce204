import type { Severity } from '../diagnostic/index.ts'
import type { ActiveRule, Ruleset } from '../rule/index.ts'
import type { LibraryParts, RuleLibrary } from './rule-library.ts'
import { createLibrary } from './rule-library.ts'

/** Severity or `off` by rule id (`core/no-arrest-threat`); a rule that is not named keeps its own. */
export type RuleSettings = ReadonlyMap<string, Severity | 'off'>

/** What a run chooses from, and what it chooses. */
export interface RulesetParts extends LibraryParts {
  readonly settings?: RuleSettings
}

/** A library and a choice of its rules in one step. */
export function createRuleset(parts: RulesetParts): Ruleset {
  return chooseRules(createLibrary(parts), parts.settings)
}

/** Resolves and freezes the rules of one run. Rulesets of one library share its matcher. */
export function chooseRules(library: RuleLibrary, settings: RuleSettings = new Map()): Ruleset {
  const rules: ActiveRule[] = []
  const placeOf = library.rules.map(entry => {
    const severity = settings.get(entry.ruleId) ?? entry.rule.severity
    return severity === 'off' ? undefined : rules.push(Object.freeze({ ...entry, severity })) - 1
  })
  const owners = library.owners.map(owner => {
    const rule = placeOf[owner.rule]
    return rule === undefined ? undefined : { ...owner, rule }
  })
  return Object.freeze({
    rules: Object.freeze(rules),
    matcher: library.matcher,
    reader: library.reader,
    owners: Object.freeze(owners),
    factSources: library.factSources,
    knownRuleIds: new Set(library.rules.map(entry => entry.ruleId))
  })
}
