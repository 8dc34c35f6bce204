/**
 * Finds all phrases in a run of token ids in one pass (Aho–Corasick). Everything is numbers in typed
 * arrays, so that a finished automaton can be stored and read back as it is: transitions live in one
 * open hash table, which keeps the scan as fast with many phrases as with few.
 */
export interface AutomatonTables {
  /** Word id → the node that it leads to from the root, or -1: most words of a text end there. */
  readonly roots: Int32Array
  /** The hash table for the other nodes: a node and a word id lead to a node; -1 marks a free slot. Its size is a power of two. */
  readonly nodes: Int32Array
  readonly ids: Int32Array
  readonly targets: Int32Array
  /** For each node: the node of its longest proper suffix, and the nearest such node with outputs. */
  readonly fail: Int32Array
  readonly outputLinks: Int32Array
  /** The outputs of node n are the pairs (length, output) from `outputStarts[n]` to `outputStarts[n + 1]`. */
  readonly outputStarts: Int32Array
  readonly outputs: Int32Array
}

/** `output` is the number that was given with the phrase, `start` and `end` are tokens, end exclusive. */
export type Found = (output: number, start: number, end: number) => void

/** A phrase as word ids (from 1; 0 is a word that no phrase holds), and what to report when it is met. */
export interface Phrase {
  readonly ids: readonly number[]
  readonly output: number
}

/** Calls `found` for each phrase in a run of words. */
export function scan(tables: AutomatonTables, words: Int32Array, start: number, end: number, found: Found): void {
  const { outputStarts, outputs, outputLinks } = tables
  let node = 0
  for (let at = start; at < end; at++) {
    const id = words[at]!
    node = id === 0 ? 0 : step(tables, node, id)
    let hit = outputStarts[node]! < outputStarts[node + 1]! ? node : outputLinks[node]!
    for (; hit > 0; hit = outputLinks[hit]!) {
      for (let pair = outputStarts[hit]!; pair < outputStarts[hit + 1]!; pair += 2) {
        found(outputs[pair + 1]!, at + 1 - outputs[pair]!, at + 1)
      }
    }
  }
}

export function buildAutomaton(phrases: readonly Phrase[]): AutomatonTables {
  // A phrase of one word needs no slot beside its root; the estimate is high where phrases begin alike.
  const most = phrases.reduce((sum, phrase) => sum + phrase.ids.length - 1, 0)
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, most * 1.25)))
  const words = phrases.reduce((high, phrase) => Math.max(high, ...phrase.ids), 0)
  const table = {
    roots: new Int32Array(words + 1).fill(-1),
    nodes: new Int32Array(slots),
    ids: new Int32Array(slots),
    targets: new Int32Array(slots).fill(-1)
  }
  const parents: number[] = [0]
  const wordsOf: number[] = [0]
  const depths: number[] = [0]
  const outputs: number[][] = [[]]
  for (const { ids, output } of phrases) {
    let node = 0
    for (const id of ids) {
      let child = lookUp(table, node, id)
      if (child < 0) {
        child = parents.length
        insert(table, node, id, child)
        parents.push(node)
        wordsOf.push(id)
        depths.push(depths[node]! + 1)
        outputs.push([])
      }
      node = child
    }
    const own = outputs[node]!
    if (!own.some((other, at) => at % 2 === 1 && other === output)) own.push(ids.length, output)
  }
  return link({ ...table, parents, words: wordsOf, depths, outputs })
}

type Transitions = Pick<AutomatonTables, 'roots' | 'nodes' | 'ids' | 'targets'>

interface Draft extends Transitions {
  readonly parents: readonly number[]
  readonly words: readonly number[]
  readonly depths: readonly number[]
  readonly outputs: readonly (readonly number[])[]
}

/** Sets the links to suffixes, shallow nodes first, and lays the outputs out flat. */
function link({ parents, words, depths, outputs, ...table }: Draft): AutomatonTables {
  const size = parents.length
  const fail = new Int32Array(size)
  const outputLinks = new Int32Array(size).fill(-1)
  const order = parents.map((_, node) => node).sort((a, b) => depths[a]! - depths[b]! || a - b)
  const linked = { ...table, fail }
  for (const node of order) {
    const parent = parents[node]!
    if (depths[node]! > 1) fail[node] = step(linked, fail[parent]!, words[node]!)
    if (node > 0) outputLinks[node] = outputs[fail[node]!]!.length ? fail[node]! : outputLinks[fail[node]!]!
  }
  const outputStarts = new Int32Array(size + 1)
  for (let node = 0; node < size; node++) outputStarts[node + 1] = outputStarts[node]! + outputs[node]!.length
  return { ...linked, outputLinks, outputStarts, outputs: Int32Array.from(outputs.flat()) }
}

function step(tables: Transitions & Pick<AutomatonTables, 'fail'>, from: number, id: number): number {
  for (let node = from; ; node = tables.fail[node]!) {
    const target = lookUp(tables, node, id)
    if (target >= 0) return target
    if (node === 0) return 0
  }
}

function lookUp({ roots, nodes, ids, targets }: Transitions, node: number, id: number): number {
  if (node === 0) return roots[id]!
  const mask = targets.length - 1
  for (let slot = hash(node, id) & mask; ; slot = (slot + 1) & mask) {
    const target = targets[slot]!
    if (target < 0 || (nodes[slot] === node && ids[slot] === id)) return target
  }
}

function insert({ roots, nodes, ids, targets }: Transitions, node: number, id: number, target: number): void {
  if (node === 0) {
    roots[id] = target
    return
  }
  const mask = targets.length - 1
  let slot = hash(node, id) & mask
  while (targets[slot]! >= 0) slot = (slot + 1) & mask
  nodes[slot] = node
  ids[slot] = id
  targets[slot] = target
}

function hash(node: number, id: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
