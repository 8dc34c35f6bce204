import type { Severity } from '../diagnostic/index.ts'
import type { Strictness } from '../read/index.ts'
import type { Locale } from '../rule/index.ts'
import type { Facts } from '../script/index.ts'

/** What a rule can be set to. */
export type Setting = Severity | 'off'

/** A rule's setting, and where in the config it stands, so that an unknown rule can be shown there. */
export interface PlacedSetting {
  readonly setting: Setting
  readonly line: number
  readonly column: number
  readonly key: string
}

export type RuleSettings = ReadonlyMap<string, PlacedSetting>

/** What holds for some files only. */
export interface Override {
  /** Globs, relative to the config's folder; as in a `.gitignore`, one without a slash fits at any depth. */
  readonly files: readonly string[]
  readonly facts: Facts
  readonly rules: RuleSettings
}

/** A config file, validated. */
export interface Config {
  readonly locale?: Locale
  /** How many false alarms of the second reader are put up with. */
  readonly reader: Strictness | 'off'
  /** Names of built-in packs, and paths of rule folders relative to the config's folder. */
  readonly packs: readonly PlacedPack[]
  readonly facts: Facts
  readonly rules: RuleSettings
  readonly overrides: readonly Override[]
  /** Patterns as in a `.gitignore`, relative to the config's folder. */
  readonly ignore: readonly string[]
}

export interface PlacedPack {
  readonly name: string
  readonly line: number
  readonly column: number
}

/** What is wrong in a config: a trouble of the setup, so the run cannot go on. */
export interface ConfigProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  /** As `overrides.0.rules`; empty for the file as a whole. */
  readonly key: string
  readonly message: string
}

/** What the second reader is held to where a config does not say. */
export const usualFalseAlarms: Strictness = '2%'

/** The config of a run without a config file. */
export const emptyConfig: Config = Object.freeze({
  reader: usualFalseAlarms,
  packs: [],
  facts: {},
  rules: new Map<string, PlacedSetting>(),
  overrides: [],
  ignore: []
})
