import type { Config, ConfigProblem } from './config.ts'
import { nearest } from './nearest.ts'

/** Settings of rules that do not exist: each would silently do nothing. */
export function unknownRules(file: string, config: Config, known: ReadonlySet<string>): ConfigProblem[] {
  const all = [config.rules, ...config.overrides.map(override => override.rules)]
  return all.flatMap(rules =>
    [...rules]
      .filter(([id]) => !known.has(id))
      .map(([id, { line, column, key }]) => ({ file, line, column, key, message: unknownRule(id, known) }))
  )
}

/** Says that there is no such rule, and which one may be meant. */
export function unknownRule(id: string, known: Iterable<string>): string {
  // Whoever leaves the pack out means a rule by its own name.
  const byName = new Map([...known].map(ruleId => [id.includes('/') ? ruleId : ruleId.split('/').at(-1)!, ruleId]))
  const near = nearest(id, byName.keys())
  return `unknown rule "${id}"${near === undefined ? '' : `; did you mean "${byName.get(near)}"?`}`
}
