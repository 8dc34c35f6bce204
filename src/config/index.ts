export type {
  Config,
  ConfigProblem,
  Override,
  PlacedPack,
  PlacedSetting,
  RuleSettings,
  Setting
} from './config.ts'
export { emptyConfig } from './config.ts'
export type { FoundConfig } from './find-config.ts'
export { configNames, findConfig } from './find-config.ts'
export type { PathTest } from './globs.ts'
export { globTest } from './globs.ts'
export type { ConfigResult } from './read-config.ts'
export { readConfig } from './read-config.ts'
export { readRuleOption, readSetting, settingNames } from './setting.ts'
export type { FileSettings } from './settings-for.ts'
export { settingsFor } from './settings-for.ts'
export { unknownRule, unknownRules } from './unknown-rules.ts'
