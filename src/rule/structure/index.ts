import type { Finding, RuleContext } from '../rule.ts'
import { findDanglingBranches } from './dangling-branch.ts'
import { findDeadEnds } from './dead-end.ts'
import { findEndlessLoops } from './endless-loop.ts'
import { findRepeatedNames } from './repeated-name.ts'
import { findUnanswered } from './unanswered.ts'
import { findUnreachable } from './unreachable-step.ts'

const finders = {
  'dangling-branch': findDanglingBranches,
  'unreachable-step': findUnreachable,
  'dead-end': findDeadEnds,
  'endless-loop': findEndlessLoops,
  'repeated-name': findRepeatedNames,
  unanswered: findUnanswered
} as const satisfies Record<string, (context: RuleContext) => Iterable<Finding>>

/** What can be wrong with the ways through a call. */
export type StructureTrouble = keyof typeof finders

/** All places of one kind of trouble, in the order of the script. */
export function findStructure(context: RuleContext, trouble: StructureTrouble): Iterable<Finding> {
  return finders[trouble](context)
}
