import type { Severity } from '../diagnostic/index.ts'
import type { FactSource } from '../flow/index.ts'
import type { Matcher } from '../match/index.ts'
import type { Reader } from '../read/index.ts'
import type { Rule } from './rule.ts'

/** A rule as one run uses it. */
export interface ActiveRule {
  readonly rule: Rule
  readonly pack: string
  /** `<pack>/<id>`, as it is shown and as config and suppressions name it. */
  readonly ruleId: string
  readonly severity: Severity
}

/** The resolved, frozen choice of rules for one run, with one matcher for all of them. */
export interface Ruleset {
  readonly rules: readonly ActiveRule[]
  readonly matcher: Matcher
  /** Reads for what is meant, beside the rules; undefined where it is off. */
  readonly reader: Reader | undefined
  /** For each pattern of the matcher, by its place: whose it is; undefined where the rule is off. */
  readonly owners: readonly (PatternOwner | undefined)[]
  /** What raises facts of the call: the patterns of the matcher behind those of the owners. */
  readonly factSources: readonly FactSource[]
  /** All rule ids that exist, also those that are off: what a suppression may name. */
  readonly knownRuleIds: ReadonlySet<string>
}

export interface PatternOwner {
  /** Place in `rules`. */
  readonly rule: number
  readonly group: string
  readonly pattern: string
}
