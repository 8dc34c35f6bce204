import type { Branch, Script, Step } from '../../script/index.ts'

/** All branches with the steps that hold them, in the order of the script. */
export function* branchesOf(script: Script): Generator<{ readonly step: Step; readonly branch: Branch }> {
  for (const step of script.steps)
    for (const item of step.items) if (item.kind === 'branch') yield { step, branch: item }
}

/**
 * True where a script draws its ways: some branch leads to a step that stands by itself. A page that only lists what to
 * say has no ways that could be wrong.
 */
export function drawsWays(script: Script): boolean {
  const inside = new Set(script.steps.filter(step => step.within !== undefined).map(step => step.id))
  for (const { branch } of branchesOf(script))
    if (branch.target.kind === 'step' && !inside.has(branch.target.step)) return true
  return false
}
