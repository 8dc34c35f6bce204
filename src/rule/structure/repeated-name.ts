import type { Step } from '../../script/index.ts'
import type { Finding, RuleContext } from '../rule.ts'
import { branchesOf } from './drawn.ts'

/** Two steps of one name, where a branch leads to one of them: nobody can tell which is meant. The later one is reported. */
export function* findRepeatedNames({ script }: RuleContext): Generator<Finding> {
  const wanted = new Set<string>()
  for (const { branch } of branchesOf(script)) if (branch.target.kind === 'step') wanted.add(branch.target.step)
  const first = new Map<string, Step>()
  for (const step of script.steps) {
    if (step.within !== undefined) continue
    const name = step.id.replace(/-\d+$/, '')
    const known = first.get(name)
    if (!known) first.set(step.id, step)
    else if (known.title.trim() === step.title.trim() && (wanted.has(known.id) || wanted.has(step.id)))
      yield { messageId: 'found', span: step.titleSpan, data: { phrase: step.title || known.id } }
  }
}
