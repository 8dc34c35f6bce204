import { isPatternError, parsePattern, splitWords } from '../match/index.ts'
import type { RuleDefinition } from '../rule/index.ts'
import type { PatternUse } from './concepts.ts'
import { patternMessage } from './concepts.ts'
import type { PackProblem } from './pack.ts'
import { idMessage } from './rule-file.ts'
import { validate } from './schema.ts'

export interface CodeRuleResult {
  /** Absent where it could not run. */
  readonly definition?: RuleDefinition
  readonly problems: readonly PackProblem[]
  readonly uses: readonly PatternUse[]
}

/** Checks what a rule's module exports. It has no lines to point to, so its problems name the key alone. */
export async function readCodeRule(path: string, id: string, exported: unknown): Promise<CodeRuleResult> {
  const problem = (keys: readonly (string | number)[], message: string): PackProblem => ({
    file: path,
    key: keys.join('.'),
    message: `${message} (rule ${id})`
  })
  if (typeof exported !== 'object' || exported === null)
    return { problems: [problem([], 'there is no default export of a rule, as in "export default { … }"')], uses: [] }
  const problems = await validate({ data: exported, problem }, 'code')
  const { check, patterns } = exported as Partial<RuleDefinition>
  if (check !== undefined && typeof check !== 'function') problems.push(problem(['check'], 'must be a function'))
  const message = idMessage(id)
  if (message !== undefined) problems.push(problem([], message))
  if (problems.length) return { problems, uses: [] }
  const uses: PatternUse[] = []
  for (const [group, sources] of Object.entries(patterns ?? {})) {
    for (const source of [sources].flat()) {
      const parsed = parsePattern(source, splitWords)
      if (isPatternError(parsed)) problems.push(problem(['patterns', group], patternMessage(source, parsed)))
      else uses.push({ source, problem: text => problem(['patterns', group], text) })
    }
  }
  return { definition: exported as RuleDefinition, problems, uses }
}
