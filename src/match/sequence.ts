import type { Hit, HitsBySymbol } from './hit.ts'
import type { Tokens } from './tokens.ts'

/** A pattern with its literals and concepts as symbols: what the matcher runs. */
export type CompiledNode =
  | { readonly kind: 'symbol'; readonly symbol: number }
  | { readonly kind: 'gap'; readonly width: number; readonly across: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly CompiledNode[] }
  | { readonly kind: 'choice'; readonly options: readonly CompiledNode[]; readonly optional: boolean }

/** A run of tokens that a node matched, with the hits that carried it, last first. */
export interface Run {
  readonly start: number
  readonly end: number
  readonly trail: Trail
}

export interface Trail {
  readonly hit: Hit
  readonly before: Trail | undefined
}

/**
 * How far a match has come: the tokens up to `end` are matched, and `gap` half words may be left
 * out before the next one. `run` is undefined where nothing is matched yet and the match may begin
 * anywhere.
 */
interface State {
  readonly run: Run | undefined
  readonly gap: number
  readonly across: boolean
}

const anywhere: State = { run: undefined, gap: 0, across: false }

/**
 * All runs of one sentence that a node matches, at most one for each end (the shortest). Each item
 * moves the set of states on in one pass over its hits, so the cost is linear in the hits of the
 * sentence and nothing is ever tried twice.
 */
export function findRuns(node: CompiledNode, hits: HitsBySymbol, tokens: Tokens): readonly Run[] {
  const runs: Run[] = []
  for (const { run } of advance(node, [anywhere], hits, tokens)) if (run) runs.push(run)
  return byEnd(runs)
}

function advance(node: CompiledNode, states: readonly State[], hits: HitsBySymbol, tokens: Tokens): readonly State[] {
  if (node.kind === 'symbol') return consume(hits.get(node.symbol), states, tokens)
  if (node.kind === 'gap') return states.map(state => widen(state, node.width, node.across))
  if (node.kind === 'sequence') {
    let reached = states
    for (const item of node.items) {
      if (reached.length === 0) break
      reached = advance(item, reached, hits, tokens)
    }
    return reached
  }
  const reached: State[] = []
  for (const option of node.options) for (const state of advance(option, states, hits, tokens)) addState(reached, state)
  if (node.optional) for (const state of states) addState(reached, state)
  return reached
}

function widen(state: State, gap: number, across: boolean): State {
  return { run: state.run, gap: Math.max(state.gap, gap), across: state.across || across }
}

/**
 * Moves the states on over the hits of a symbol. Both come sorted by place, so for states of one gap this is one pass;
 * a hit is reached from the nearest state before it, which makes the shortest run.
 */
function consume(found: readonly Hit[] | undefined, states: readonly State[], tokens: Tokens): readonly State[] {
  if (!found) return []
  const reached: State[] = []
  for (const group of groupByGap(states)) {
    const { gap, across } = group[0]!
    let next = 0
    for (const hit of found) {
      if (!group[0]!.run) {
        addState(reached, begin(hit))
        continue
      }
      while (next < group.length && group[next]!.run!.end <= hit.start) next++
      const before = next > 0 ? group[next - 1]!.run! : undefined
      if (before && reaches(before.end, hit.start, gap, across, tokens)) addState(reached, extend(before, hit))
    }
  }
  return reached
}

/** States of one gap together, sorted by end; the state that may begin anywhere is a group of its own. */
function groupByGap(states: readonly State[]): readonly (readonly State[])[] {
  if (states.length === 1) return [states]
  const groups: State[][] = []
  for (const state of states) {
    const group = groups.find(
      ([first]) => !first!.run === !state.run && first!.gap === state.gap && first!.across === state.across
    )
    if (group) group.push(state)
    else groups.push([state])
  }
  for (const group of groups)
    if (group[0]!.run) group.sort((a, b) => a.run!.end - b.run!.end || a.run!.start - b.run!.start)
  return groups
}

/** Of the states that stand at the same place in the same way, the one with the shortest run stays. */
function addState(states: State[], state: State): void {
  // Hits come in order, so a state of the same place is among the last ones. Where one is missed, two states go on as one would.
  for (let at = states.length - 1, last = Math.max(0, states.length - 64); at >= last; at--) {
    const known = states[at]!
    if (known.gap !== state.gap || known.across !== state.across || known.run?.end !== state.run?.end) continue
    if (state.run && state.run.start > known.run!.start) states[at] = state
    return
  }
  states.push(state)
}

function reaches(from: number, to: number, gap: number, across: boolean, tokens: Tokens): boolean {
  if (!across && tokens.clauses[from - 1] !== tokens.clauses[to]) return false
  return to === from || tokens.width[to]! - tokens.width[from]! <= gap
}

function begin(hit: Hit): State {
  return { run: { start: hit.start, end: hit.end, trail: { hit, before: undefined } }, gap: 0, across: false }
}

function extend(run: Run, hit: Hit): State {
  return { run: { start: run.start, end: hit.end, trail: { hit, before: run.trail } }, gap: 0, across: false }
}

function byEnd(runs: readonly Run[]): readonly Run[] {
  const best = new Map<number, Run>()
  for (const run of runs) {
    const known = best.get(run.end)
    if (!known || run.start > known.start) best.set(run.end, run)
  }
  return [...best.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
