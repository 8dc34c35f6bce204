import type { RuleMeta } from '../rule/index.ts'
import type { FactName, Facts } from '../script/index.ts'

/** What the facts say about a rule: it is not for this script, it is, or it is if the named facts hold. */
export type Applicability =
  | 'no'
  | { readonly unknown: readonly { readonly fact: FactName; readonly values: readonly string[] }[] }

export function applicability(applies: RuleMeta['applies'], facts: Facts): Applicability {
  const unknown: { fact: FactName; values: readonly string[] }[] = []
  for (const [name, values] of Object.entries(applies) as [FactName, readonly string[]][]) {
    const known = facts[name]
    if (!known) unknown.push({ fact: name, values })
    else if (!known.some(value => values.some(wanted => covers(wanted, value)))) return 'no'
  }
  return { unknown }
}

/** A rule for `us` is for `us-ca` too, one for `zh` for `zh-Hant`. */
function covers(wanted: string, value: string): boolean {
  return value === wanted || value.startsWith(`${wanted}-`)
}
