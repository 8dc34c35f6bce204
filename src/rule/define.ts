import type { Finding, RuleContext, RuleMeta } from './rule.ts'

type OptionalMeta = Omit<Partial<RuleMeta>, 'id' | 'category' | 'messages'>

/** A rule in code: what it says about itself, the patterns it wants found, and one pure function. */
export interface RuleDefinition extends OptionalMeta, Pick<RuleMeta, 'category' | 'messages'> {
  /** Patterns in the language of `docs/patterns.md`, by a name of your own; ask for them with `matches(name)`. */
  readonly patterns: Readonly<Record<string, string | readonly string[]>>
  /** Yields what it finds. It sees the script and the matches of its own patterns, nothing else. */
  readonly check: (context: RuleContext) => Iterable<Finding>
}

/** Types a rule written in code; the default export of a `rule.ts` or `rule.js`. */
export function defineRule(definition: RuleDefinition): RuleDefinition {
  return definition
}
