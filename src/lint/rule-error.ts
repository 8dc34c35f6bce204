/** A rule that failed: the program's or the pack's bug, never the script's. It must not look like "no findings". */
export class RuleError extends Error {
  readonly ruleId: string

  constructor(ruleId: string, cause: unknown) {
    super(`the rule ${ruleId} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'RuleError'
    this.ruleId = ruleId
  }
}
