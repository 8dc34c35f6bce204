import { type CallFlow, effectOf } from './call-flow.ts'
import type { Exploration } from './explore.ts'
import type { CallFact } from './facts.ts'

/** Something said at a node that turns marks on or off. Marks are bits of a number. */
export interface FactEvent {
  /** The sentence of the node's text, counted from 0. */
  readonly sentence: number
  /** Of one sentence, what turns marks on counts as said first: nobody can tell the two apart on a call. */
  readonly isLate?: boolean
  readonly on: number
  readonly off: number
}

/** What a watch of facts looks for: for each mark, from bit 0 on, the facts that turn it on. */
export interface FactWatch<Event extends FactEvent> {
  readonly marks: readonly (readonly CallFact[])[]
  /** What else turns marks on or off, by node. */
  readonly events: ReadonlyMap<number, readonly Event[]>
  /** The marks taken to be on where no way leads to a step. */
  readonly unreached?: number
  /** Called with the marks at an event before it is said; what it gives replaces the marks after it. */
  readonly at?: (event: Event, marks: number) => number | undefined
  readonly isClosed?: (from: number, to: number) => boolean
}

/** An exploration whose states are sets of marks. */
export interface FactExploration<Event extends FactEvent> extends Exploration {
  /** Goes through a node once, and says of each of its events which marks are on just before it is said. */
  readonly trace: (node: number, state: number, visit: (event: Event, marks: number) => void) => void
}

type Change<Event> = FactEvent & { readonly own?: Event }
const noChanges: readonly never[] = []

/** Follows marks along every way through a call: what is on at a node is what some way has turned on and none of its later words off. */
export function followFacts<Event extends FactEvent>(flow: CallFlow, watch: FactWatch<Event>): FactExploration<Event> {
  const maskOf = (facts: readonly CallFact[]) =>
    watch.marks.reduce(
      (mask, raisers, bit) => (raisers.some(fact => facts.includes(fact)) ? mask | (1 << bit) : mask),
      0
    )
  const changes = new Map<CallFact, { on: number; off: number }>()
  const changeOf = (fact: CallFact) => {
    let change = changes.get(fact)
    if (!change) {
      const { raises, ends } = effectOf(fact)
      const on = maskOf(raises)
      changes.set(fact, (change = { on, off: maskOf(ends) & ~on }))
    }
    return change
  }
  const known: (readonly Change<Event>[] | undefined)[] = new Array(flow.graph.nodes.length)
  const changesAt = (node: number) => (known[node] ??= sayings(node))
  const sayings = (node: number): readonly Change<Event>[] => {
    const hits = flow.hitsAt(node)
    const events = watch.events.get(node)
    if (hits.length === 0 && !events) return noChanges
    const said: Change<Event>[] = hits.map(hit => ({ sentence: hit.sentence, ...changeOf(hit.fact) }))
    const own = (events ?? []).map(event => ({ ...event, own: event }))
    const all = [...said.filter(({ on, off }) => on | off), ...own]
    return all.sort((a, b) => a.sentence - b.sentence || Number(a.isLate ?? false) - Number(b.isLate ?? false))
  }
  const walk = (node: number, state: number, visit?: (event: Event, marks: number) => void): number => {
    const ends = flow.endsAt(node)
    let marks = ends.length > 0 ? state & ~maskOf(ends) : state
    for (const { on, off, own } of changesAt(node)) {
      if (own) visit?.(own, marks)
      marks = (own && watch.at?.(own, marks)) ?? (marks & ~off) | on
    }
    return marks
  }
  const exploration = flow.explore({
    size: 1 << watch.marks.length,
    start: maskOf(flow.given.flatMap(fact => effectOf(fact).raises)),
    next: (node, state) => walk(node, state),
    ...(watch.unreached === undefined ? {} : { unreached: watch.unreached }),
    ...(watch.isClosed && { isClosed: watch.isClosed })
  })
  return { ...exploration, trace: (node, state, visit) => void walk(node, state, visit) }
}
