/**
 * Finds all phrases in a run of token ids in one pass (Aho–Corasick). Transitions live in one open
 * hash table of typed arrays, so that neither the number of phrases nor of words slows the scan.
 */
export interface Automaton {
  /** Ids of words; a word that no phrase holds has id 0. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** Calls `found(output, length)` for each phrase that ends at the token last fed; see `scan`. */
  readonly scan: (ids: Int32Array, start: number, end: number, found: Found) => void
}

/** `output` is the index that was given with the phrase, `start` and `end` are tokens, end exclusive. */
export type Found = (output: number, start: number, end: number) => void

/** A phrase as keys, and what to report when it is met. */
export interface Phrase {
  readonly keys: readonly string[]
  readonly output: number
}

export function buildAutomaton(phrases: readonly Phrase[]): Automaton {
  const vocabulary = new Map<string, number>()
  const trie = new Trie()
  for (const { keys, output } of phrases) {
    let node = 0
    for (const key of keys) {
      let id = vocabulary.get(key)
      if (id === undefined) vocabulary.set(key, (id = vocabulary.size + 1))
      node = trie.child(node, id)
    }
    trie.addOutput(node, keys.length, output)
  }
  trie.link()
  return { vocabulary, scan: (ids, start, end, found) => trie.scan(ids, start, end, found) }
}

/** State lives here, hence a class: nodes are numbers, children a hash from (node, id) to node. */
class Trie {
  #size = 1
  #mask = 1023
  #nodes = new Int32Array(1024)
  #ids = new Int32Array(1024)
  #targets = new Int32Array(1024).fill(-1)
  /** The node of the longest proper suffix, and of the longest one that has outputs. */
  #fail: number[] = [0]
  #outputLink: number[] = [-1]
  #outputs: ({ length: number; output: number }[] | undefined)[] = [undefined]
  #depthFirst: { parent: number; id: number; node: number }[] = []

  child(node: number, id: number): number {
    const known = this.#find(node, id)
    if (known >= 0) return known
    const target = this.#size++
    this.#insert(node, id, target)
    this.#fail.push(0)
    this.#outputLink.push(-1)
    this.#outputs.push(undefined)
    this.#depthFirst.push({ parent: node, id, node: target })
    return target
  }

  addOutput(node: number, length: number, output: number): void {
    const outputs = (this.#outputs[node] ??= [])
    if (!outputs.some(other => other.output === output)) outputs.push({ length, output })
  }

  /** Sets the failure links, shallow nodes first. */
  link(): void {
    const depth = new Int32Array(this.#size)
    for (const { parent, node } of this.#depthFirst) depth[node] = depth[parent]! + 1
    const order = this.#depthFirst.sort((a, b) => depth[a.node]! - depth[b.node]! || a.node - b.node)
    for (const { parent, id, node } of order) {
      const fail = parent === 0 ? 0 : this.#step(this.#fail[parent]!, id)
      this.#fail[node] = fail
      this.#outputLink[node] = this.#outputs[fail] ? fail : this.#outputLink[fail]!
    }
    this.#depthFirst = []
  }

  scan(ids: Int32Array, start: number, end: number, found: Found): void {
    let node = 0
    for (let at = start; at < end; at++) {
      const id = ids[at]!
      node = id === 0 ? 0 : this.#step(node, id)
      for (let hit = this.#outputs[node] ? node : this.#outputLink[node]!; hit > 0; hit = this.#outputLink[hit]!) {
        for (const { length, output } of this.#outputs[hit]!) found(output, at + 1 - length, at + 1)
      }
    }
  }

  #step(from: number, id: number): number {
    for (let node = from; ; node = this.#fail[node]!) {
      const target = this.#find(node, id)
      if (target >= 0) return target
      if (node === 0) return 0
    }
  }

  #find(node: number, id: number): number {
    for (let slot = hash(node, id) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const target = this.#targets[slot]!
      if (target < 0 || (this.#nodes[slot] === node && this.#ids[slot] === id)) return target
    }
  }

  #insert(node: number, id: number, target: number): void {
    if (this.#size * 2 > this.#mask) this.#grow()
    let slot = hash(node, id) & this.#mask
    while (this.#targets[slot]! >= 0) slot = (slot + 1) & this.#mask
    this.#nodes[slot] = node
    this.#ids[slot] = id
    this.#targets[slot] = target
  }

  #grow(): void {
    const [nodes, ids, targets] = [this.#nodes, this.#ids, this.#targets]
    const size = targets.length * 2
    this.#mask = size - 1
    this.#nodes = new Int32Array(size)
    this.#ids = new Int32Array(size)
    this.#targets = new Int32Array(size).fill(-1)
    for (let slot = 0; slot < targets.length; slot++) {
      if (targets[slot]! >= 0) this.#insert(nodes[slot]!, ids[slot]!, targets[slot]!)
    }
  }
}

function hash(node: number, id: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(id, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
