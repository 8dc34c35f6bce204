import type { Config, ConfigProblem } from './config.ts'
import { didYouMean } from './nearest.ts'

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
  const ids = [...known]
  const inPack = ids.find(other => other.endsWith(`/${id}`))
  return `unknown rule "${id}"${inPack ? `; did you mean "${inPack}"?` : didYouMean(id, ids)}`
}
