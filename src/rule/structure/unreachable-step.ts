import type { Finding, RuleContext } from '../rule.ts'
import { drawsWays } from './drawn.ts'
import { reach } from './reach.ts'

/** Steps that no way through the call comes to; of some that stand in a row and lead to each other the first. */
export function* findUnreachable(context: RuleContext): Generator<Finding> {
  const { script } = context
  if (!drawsWays(script)) return
  const { graph } = context.flow()
  const reached = new Set<number>()
  for (const entry of graph.entries) reach(graph, entry, reached)
  for (const step of script.steps) {
    const node = graph.nodeOf.get(step)!
    if (reached.has(node) || !step.items.some(item => item.kind !== 'branch')) continue
    yield { messageId: 'found', span: step.titleSpan, data: { phrase: step.title || step.id } }
    reach(graph, node, reached)
  }
}
