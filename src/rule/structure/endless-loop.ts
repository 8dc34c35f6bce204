import { pathName } from '../paths/path-name.ts'
import type { Finding, RuleContext } from '../rule.ts'
import { reach } from './reach.ts'

/** Steps from which the call can never end; of those that lead to each other the one that is entered first. */
export function* findEndlessLoops(context: RuleContext): Generator<Finding> {
  const flow = context.flow()
  const { graph } = flow
  const before: number[][] = graph.nodes.map(() => [])
  for (const [node, next] of graph.next.entries()) for (const to of next) before[to]!.push(node)
  const ending = new Set<number>([graph.end, graph.away])
  for (const node of ending) for (const from of before[node]!) ending.add(from)
  const walk = flow.explore({ size: 1, start: 0, next: () => 0 })
  const told = new Set<number>()
  for (const step of context.script.steps) {
    const node = graph.nodeOf.get(step)!
    if (ending.has(node) || told.has(node) || !walk.reaches(node, 0)) continue
    reach(graph, node, told)
    const path = flow.stepsOf(walk.pathTo(node, 0))
    yield {
      messageId: 'found',
      span: step.titleSpan,
      data: { phrase: step.title || step.id, path: pathName(flow, path) },
      path
    }
  }
}
