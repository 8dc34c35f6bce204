import type { Finding, RuleContext } from '../rule.ts'
import { drawsWays } from './drawn.ts'

/** Steps after which the script says nothing more and does not say either that the call is over, nor takes its leave. */
export function* findDeadEnds(context: RuleContext): Generator<Finding> {
  const { script } = context
  if (!drawsWays(script)) return
  const flow = context.flow()
  const { graph } = flow
  for (const node of graph.nodes.keys()) {
    const { kind, step: at } = graph.nodes[node]!
    if (kind !== 'leave' || graph.next[node]![0] !== graph.end || !flow.isReached(node)) continue
    const step = script.steps[at]!
    const isClosed = step.items.some(item => flow.hitsAt(graph.nodeOf.get(item)!).some(({ fact }) => fact === 'closed'))
    const isSpoken = step.items.some(item => item.kind === 'utterance' && item.speaker !== 'customer')
    if (isSpoken && !isClosed)
      yield { messageId: 'found', span: step.titleSpan, data: { phrase: step.title || step.id } }
  }
}
