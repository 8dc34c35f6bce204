import type { Locale } from '../rule/index.ts'
import type { FactName } from '../script/index.ts'

/** Severity by rule id; `0`, `1` and `2` are off, warning and error. */
export type RulesInput = Readonly<Record<string, 'off' | 'info' | 'warn' | 'warning' | 'error' | 0 | 1 | 2>>

/** What is known about scripts beyond their words. */
export type FactsInput = { readonly [name in FactName]?: string | readonly string[] }

export interface OverrideInput {
  readonly files: string | readonly string[]
  readonly facts?: FactsInput
  readonly rules?: RulesInput
}

/** A config as it is written; `schema.json` says the same. */
export interface ConfigInput {
  readonly locale?: Locale
  /** The second reader: off, or how many clean passages in a hundred it may report. */
  readonly reader?: 'off' | { readonly falseAlarms: '0.5%' | '1%' | '2%' }
  readonly packs?: readonly string[]
  readonly facts?: FactsInput
  readonly rules?: RulesInput
  readonly overrides?: readonly OverrideInput[]
  readonly ignore?: readonly string[]
}

/** Types a config written in code. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config
}
