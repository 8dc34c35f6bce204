import type { CallGraph } from './graph.ts'

/**
 * What is watched on the way: a few states, and how a point of the call changes them. `next` is
 * asked with the state in which the call comes to a node and gives the one in which it leaves it.
 */
export interface Watch {
  /** How many states there are; they are the numbers below it. */
  readonly size: number
  readonly start: number
  readonly next: (node: number, state: number) => number
  /** The state in which the call is taken to come to a step that no way leads to; without it such steps are left out. */
  readonly unreached?: number
  /** Ways that are not taken. */
  readonly isClosed?: (from: number, to: number) => boolean
}

/** All that a watch can see: which states the call may come to a node in, and the shortest way there. */
export interface Exploration {
  readonly reaches: (node: number, state: number) => boolean
  /** The states in which the call may come to a node, smallest first. */
  readonly statesAt: (node: number) => readonly number[]
  /** The nodes on the way to a node in a state, with the fewest steps; of several the one that stands first in the script. */
  readonly pathTo: (node: number, state: number) => readonly number[]
}

/**
 * Follows every way through a call at once. A node is visited once for each state it is reached in, so
 * the time is linear in nodes and edges for a watch of a given size, whatever loops there are.
 */
export function explore(graph: CallGraph, watch: Watch): Exploration {
  const { nodes } = graph
  const { size } = watch
  // The place before each visited place, plus 1; 0 where it was not visited, -1 where a way begins.
  const before = new Int32Array(nodes.length * size)
  follow(
    graph,
    watch,
    graph.entries.map(node => node * size + watch.start),
    before
  )
  if (watch.unreached !== undefined) {
    for (const step of graph.script.steps) {
      const node = graph.nodeOf.get(step)!
      if (!isVisited(before, node, size)) follow(graph, watch, [node * size + watch.unreached], before)
    }
  }
  return {
    reaches: (node, state) => before[node * size + state] !== 0,
    statesAt: node => Array.from({ length: size }, (_, state) => state).filter(state => before[node * size + state]),
    pathTo: (node, state) => {
      const path: number[] = []
      for (let at = node * size + state + 1; at > 0; at = before[at - 1]!) path.push(Math.floor((at - 1) / size))
      return path.reverse()
    }
  }
}

function isVisited(before: Int32Array, node: number, size: number): boolean {
  for (let state = 0; state < size; state++) if (before[node * size + state] !== 0) return true
  return false
}

/**
 * Breadth first by steps: only to enter a step costs anything, so that the shortest way is the one with the
 * fewest steps. A step is always entered one level later than it is seen, so the first way found is the nearest.
 */
function follow({ nodes, next }: CallGraph, watch: Watch, starts: readonly number[], before: Int32Array): void {
  const { size } = watch
  for (const start of starts) before[start] = -1
  for (let level = [...starts]; level.length > 0; ) {
    const later: number[] = []
    for (let head = 0; head < level.length; head++) {
      const at = level[head]!
      const node = Math.floor(at / size)
      const state = watch.next(node, at % size)
      for (const to of next[node]!) {
        const place = to * size + state
        if (before[place] !== 0 || watch.isClosed?.(node, to)) continue
        before[place] = at + 1
        if (nodes[to]!.kind === 'enter') later.push(place)
        else level.push(place)
      }
    }
    level = later
  }
}
