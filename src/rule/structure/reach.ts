import type { CallGraph } from '../../flow/index.ts'

/** Adds to `seen` what can be come to from a node; what is in it already is not followed again. */
export function reach(graph: CallGraph, start: number, seen: Set<number>): void {
  const open = seen.has(start) ? [] : [start]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const to of graph.next[node]!) if (!seen.has(to)) open.push(to)
  }
}
