import type { Finding, Rule, RuleContext, RuleMeta } from '../rule.ts'
import type { StructureTrouble } from '../structure/index.ts'
import { findStructure } from '../structure/index.ts'

/** What is wrong with the ways through a call, whatever is said on them. */
export interface StructureRule extends RuleMeta {
  readonly kind: 'structure'
  readonly trouble: StructureTrouble
}

/** Findings `found`, one for each place. */
export function structure(source: StructureRule): Rule {
  const { trouble, ...meta } = source
  return { ...meta, patterns: {}, check: (context: RuleContext): Iterable<Finding> => findStructure(context, trouble) }
}
