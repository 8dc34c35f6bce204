import type { Finding, RuleContext } from '../rule.ts'
import { branchesOf } from './drawn.ts'

/** Branches to a step that is not there; of several to the same one the first. What leads to another file (`other.md#step`) is for whoever reads that file too. */
export function* findDanglingBranches({ script }: RuleContext): Generator<Finding> {
  const told = new Set<string>()
  for (const { branch } of branchesOf(script)) {
    if (branch.target.kind !== 'unknown' || isElsewhere(branch.target.name)) continue
    if (told.has(branch.target.name)) continue
    told.add(branch.target.name)
    yield { messageId: 'found', span: branch.span, data: { phrase: branch.target.name.replace(/\s+/g, ' ').trim() } }
  }
}

function isElsewhere(name: string): boolean {
  return /\.(?:md|markdown|txt|ya?ml|json)(?:#.*)?$/i.test(name.trim())
}
