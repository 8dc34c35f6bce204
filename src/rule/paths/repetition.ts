import type { CallFlow } from '../../flow/index.ts'
import type { Offence, Said } from './offences.ts'

/**
 * The place where something is said for the last of so many times, on the path that gets there in the fewest steps. Ways back to
 * an earlier step are not taken: a question that is asked until it is answered is no repetition. At most one.
 */
export function findRepetition(flow: CallFlow, said: readonly Said[], times: number): Offence[] {
  const { graph } = flow
  const byNode = new Map<number, Said[]>()
  for (const one of said) {
    const here = byNode.get(one.node)
    if (here) here.push(one)
    else byNode.set(one.node, [one])
  }
  // A state is how often it has been said.
  const walk = flow.explore({
    size: times + 1,
    start: 0,
    unreached: 0,
    next: (node, count) => Math.min(times, count + (byNode.get(node)?.length ?? 0)),
    isClosed: (from, to) => {
      const { kind, step } = graph.nodes[to]!
      return kind === 'enter' && step <= graph.nodes[from]!.step
    }
  })
  const found = [...byNode].flatMap(([node, here]) =>
    walk
      .statesAt(node)
      .filter(count => count < times && count + here.length >= times)
      .map(count => ({ said: here[times - count - 1]!, path: flow.stepsOf(walk.pathTo(node, count)) }))
  )
  const nearest = found.sort((a, b) => a.path.length - b.path.length || a.said.span.start - b.said.span.start)[0]
  return nearest ? [nearest] : []
}
