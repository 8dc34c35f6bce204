import { nearestRule } from '../rule/nearest.ts'
import type { Config, ConfigProblem } from './config.ts'

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
  const near = nearestRule(id, known)
  return `unknown rule "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`
}
