import type { CompiledNode } from './sequence.ts'

/** A compiled pattern. `produces` is its place in the lexicon or, of a concept's phrasing, the symbol of the concept. */
export interface CompiledPattern {
  readonly parts: readonly CompiledNode[]
  readonly produces: number
  readonly isConcept: boolean
  /** Patterns of a level use only concepts of lower ones. */
  readonly level: number
}

/** A pattern as it is compiled, with what a sentence has to hold for it: one symbol of each set, the rarest set first. */
export interface AnchoredPattern extends CompiledPattern {
  /** The rarest of these sets: a sentence without any of it does not touch the pattern. */
  readonly anchors: readonly number[]
  readonly needs: readonly (readonly number[])[]
}

/**
 * All patterns of a lexicon as numbers. A run touches few of thousands of patterns, so they are stored flat and
 * decoded when a sentence first holds their anchor.
 */
export interface PatternCode {
  /** The numbers of pattern p begin at `starts[p]`: produces, isConcept, level, number of parts, the parts. */
  readonly starts: Int32Array
  readonly code: Int32Array
  /** The patterns that symbol s anchors stand from `anchorStarts[s]` to `anchorStarts[s + 1]`. */
  readonly anchorStarts: Int32Array
  readonly anchored: Int32Array
  /** What else pattern p needs begins at `needStarts[p]`: for each set its size and its symbols; it ends where the next begins. */
  readonly needStarts: Int32Array
  readonly needs: Int32Array
}

const kinds = ['symbol', 'gap', 'sequence', 'choice'] as const

export function encodePatterns(patterns: readonly AnchoredPattern[], symbols: number): PatternCode {
  const starts: number[] = []
  const code: number[] = []
  const needStarts: number[] = [0]
  const needs: number[] = []
  const byAnchor: number[][] = Array.from({ length: symbols }, () => [])
  patterns.forEach((pattern, place) => {
    starts.push(code.length)
    code.push(pattern.produces, Number(pattern.isConcept), pattern.level, pattern.parts.length)
    for (const part of pattern.parts) encodeNode(part, code)
    for (const symbol of pattern.anchors) byAnchor[symbol]!.push(place)
    for (const need of pattern.needs) needs.push(need.length, ...need)
    needStarts.push(needs.length)
  })
  const anchorStarts = new Int32Array(symbols + 1)
  for (let symbol = 0; symbol < symbols; symbol++)
    anchorStarts[symbol + 1] = anchorStarts[symbol]! + byAnchor[symbol]!.length
  return {
    starts: Int32Array.from(starts),
    code: Int32Array.from(code),
    anchorStarts,
    anchored: Int32Array.from(byAnchor.flat()),
    needStarts: Int32Array.from(needStarts),
    needs: Int32Array.from(needs)
  }
}

/** The level of a pattern, without decoding it. */
export function levelOf({ starts, code }: PatternCode, place: number): number {
  return code[starts[place]! + 2]!
}

/** Whether a sentence holds all that a pattern needs; `present[symbol]` is 1 for what it holds. */
export function isPossible({ needStarts, needs }: PatternCode, place: number, present: Uint8Array): boolean {
  for (let at = needStarts[place]!, end = needStarts[place + 1]!; at < end; ) {
    const next = at + 1 + needs[at]!
    let met = false
    for (let symbol = at + 1; symbol < next && !met; symbol++) met = present[needs[symbol]!] === 1
    if (!met) return false
    at = next
  }
  return true
}

export function decodePattern({ starts, code }: PatternCode, place: number): CompiledPattern {
  const start = starts[place]!
  const cursor = { code, at: start + 4 }
  const parts = Array.from({ length: code[start + 3]! }, () => decodeNode(cursor))
  return { produces: code[start]!, isConcept: code[start + 1] === 1, level: code[start + 2]!, parts }
}

function encodeNode(node: CompiledNode, code: number[]): void {
  code.push(kinds.indexOf(node.kind))
  if (node.kind === 'symbol') code.push(node.symbol)
  else if (node.kind === 'gap') code.push(node.width, Number(node.across))
  else {
    const inner = node.kind === 'sequence' ? node.items : node.options
    code.push(inner.length)
    if (node.kind === 'choice') code.push(Number(node.optional))
    for (const item of inner) encodeNode(item, code)
  }
}

function decodeNode(cursor: { readonly code: Int32Array; at: number }): CompiledNode {
  const next = () => cursor.code[cursor.at++]!
  const kind = kinds[next()]!
  if (kind === 'symbol') return { kind, symbol: next() }
  if (kind === 'gap') return { kind, width: next(), across: next() === 1 }
  const count = next()
  const optional = kind === 'choice' && next() === 1
  const inner = Array.from({ length: count }, () => decodeNode(cursor))
  return kind === 'sequence' ? { kind, items: inner } : { kind, options: inner, optional }
}
