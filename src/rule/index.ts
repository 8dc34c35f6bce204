export type { RuleDefinition } from './define.ts'
export { defineRule } from './define.ts'
export type { OrderRule } from './kinds/order.ts'
export { order } from './kinds/order.ts'
export type { PatternGroup, ProhibitRule } from './kinds/prohibit.ts'
export { prohibit } from './kinds/prohibit.ts'
export type { ReadsLikeRule } from './kinds/reads-like.ts'
export { readsLike } from './kinds/reads-like.ts'
export type { RequiredElement, RequireRule, RequireScope } from './kinds/require.ts'
export { require } from './kinds/require.ts'
export type { StructureRule } from './kinds/structure.ts'
export { structure } from './kinds/structure.ts'
export type { Locale, Localised } from './locale.ts'
export { locales } from './locale.ts'
export type {
  Coverage,
  Finding,
  PlacedImpression,
  Rule,
  RuleContext,
  RuleKind,
  RuleMatch,
  RuleMeta,
  Usage
} from './rule.ts'
export { usages } from './rule.ts'
export type { ActiveRule, PatternOwner, Ruleset } from './ruleset.ts'
export type { StructureTrouble } from './structure/index.ts'
