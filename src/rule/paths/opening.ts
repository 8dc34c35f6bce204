import type { CallFact, CallFlow } from '../../flow/index.ts'
import type { Span } from '../../source/index.ts'
import type { Said } from './offences.ts'

/** What is due in the opening has to be said within this many of the agent's utterances. */
const openingLength = 5

/**
 * The shortest path on which the opening passes without all elements. A call that ends before that owes nothing, nor does one
 * in which a fact has been raised that settles it.
 */
export function findSilentOpening(
  flow: CallFlow,
  byElement: readonly (readonly Said[])[],
  settling: readonly CallFact[]
): { readonly path: readonly string[]; readonly span: Span } | undefined {
  const { graph } = flow
  const all = (1 << byElement.length) - 1
  const given = new Map<number, number>()
  for (const [mark, found] of byElement.entries())
    for (const { node } of found) given.set(node, (given.get(node) ?? 0) | (1 << mark))
  const count = all + 1
  const isSpoken = (node: number) => {
    const item = graph.nodes[node]!.item
    return item?.kind === 'utterance' && item.speaker !== 'customer'
  }
  // A state is what was given, and above it how often the agent has spoken; to have given all is to be past the opening.
  const walk = flow.explore({
    size: count * (openingLength + 1),
    start: 0,
    next: (node, state) => {
      const isSettled = flow.hitsAt(node).some(({ fact }) => settling.includes(fact))
      const marks = isSettled ? all : (state % count) | (given.get(node) ?? 0)
      const spoken = Math.floor(state / count) + (isSpoken(node) ? 1 : 0)
      return Math.min(spoken, openingLength) * count + marks
    }
  })
  const offending = graph.nodes.flatMap((_, node) => {
    if (!isSpoken(node)) return []
    const states = walk.statesAt(node).filter(state => {
      const isLast = Math.floor(state / count) === openingLength - 1
      return isLast && ((state % count) | (given.get(node) ?? 0)) !== all
    })
    return states.map(state => ({ node, path: flow.stepsOf(walk.pathTo(node, state)) }))
  })
  const nearest = offending.reduce<(typeof offending)[number] | undefined>(
    (best, one) => (best && best.path.length <= one.path.length ? best : one),
    undefined
  )
  return nearest && { path: nearest.path, span: graph.nodes[nearest.node]!.item!.span }
}
