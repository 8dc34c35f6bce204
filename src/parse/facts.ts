import type { Trouble } from '../diagnostic/index.ts'
import { type FactName, type Facts, factNames, factValues } from '../script/index.ts'
import { type SpokenText, toSource, trimText } from '../source/index.ts'

/** One fact as a script states it; `values` still know their places. */
export interface FactStatement {
  readonly name: FactName
  readonly values: readonly SpokenText[]
}

/** The name of a fact however it is capitalised; undefined where it names none. */
export function factNamed(key: string): FactName | undefined {
  const name = key.trim().toLowerCase()
  return factNames.find(known => known === name)
}

/** Takes over what is valid among the stated facts; a value that is not known is trouble. */
export function readFacts(statements: Iterable<FactStatement>, onTrouble: (trouble: Trouble) => void): Facts {
  const facts: Partial<Record<FactName, readonly string[]>> = {}
  for (const { name, values } of statements) {
    const valid: string[] = []
    for (const text of values.map(trimText)) {
      if (text.value === '') continue
      const value = validValue(name, text.value)
      if (value !== undefined) valid.push(value)
      else {
        const data = { name, value: text.value, expected: expectedValues(name) }
        onTrouble({ code: 'unknown-fact-value', span: toSource(text, 0, text.value.length), data })
      }
    }
    if (valid.length > 0) facts[name] ??= [...new Set(valid)]
  }
  return facts
}

/** The value as facts hold it; undefined where the fact cannot have it. */
export function validValue(name: FactName, value: string): string | undefined {
  if (name === 'language') return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value) ? value : undefined
  const folded = value.toLowerCase()
  if (name === 'jurisdiction') return /^[a-z]{2}(?:-[a-z0-9]{1,8})*$/.test(folded) ? folded : undefined
  const known: 'any' | readonly string[] = factValues[name]
  return known === 'any' || known.includes(folded) ? folded : undefined
}

/** The values that a fact can have, as a message names them. */
export function expectedValues(name: FactName): string {
  const known: 'any' | readonly string[] = factValues[name]
  if (known !== 'any') return known.join(', ')
  return name === 'language' ? 'en, zh-Hans, zh-Hant, …' : 'us, us-ca, uk, cn, tw, hk, …'
}
