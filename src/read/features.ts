import type { ConceptHit, Tokens } from '../match/index.ts'
import { tokenClass } from '../match/index.ts'

/** A stretch of text that is judged as one: a sentence or two, with what was found in it. */
export interface Passage {
  readonly tokens: Tokens
  /** Tokens, end exclusive. */
  readonly start: number
  readonly end: number
  /** What stands in it, each concept once for each sentence. */
  readonly concepts: readonly ConceptHit[]
  /** By the number of a `ConceptHit`; made once for a matcher by `hashNames`. */
  readonly conceptHashes: Uint32Array
  /** Whether it is guidance to the agent, rather than said. */
  readonly instructed: boolean
}

/** Takes a feature by its hash, and the tokens that it stands on: `first` and `last` are where its ends begin. */
export type FeatureSink = (hash: number, first: number, last: number) => void

/**
 * What a passage is made of, as numbers: its words (Latin ones by stem, and their letters by four and five), its
 * Han characters, each of them by one to four in a row and in pairs with a gap; its concepts, and each two of them
 * that stand together. What is shared by two texts gives the same number on any machine.
 */
export function eachFeature(passage: Passage, sink: FeatureSink): void {
  const { tokens, start, end, instructed } = passage
  sink(mix(kinds.role, instructed ? 1 : 2), start, start)
  wordFeatures(tokens, start, end, sink)
  conceptFeatures(passage, sink)
}

/** The hashes of concept names, for `Passage.conceptHashes`. */
export function hashNames(names: readonly (string | undefined)[]): Uint32Array {
  return Uint32Array.from(names, name => (name === undefined ? 0 : hashText(name, 0, name.length)))
}

const kinds = { role: 1, word: 2, pair: 3, triple: 4, four: 5, skip: 6, opening: 7, letters: 8, concept: 9, both: 10 }
const skipReach = { latin: 6, han: 8 }
const letterRuns = [4, 5]

function wordFeatures(tokens: Tokens, start: number, end: number, sink: FeatureSink): void {
  const { keys, classes, sentences } = tokens
  const hashes = new Uint32Array(end - start)
  for (let at = start; at < end; at++) hashes[at - start] = hashWord(keys[at]!, isHan(classes[at]!))
  const hash = (at: number) => hashes[at - start]!
  if (end - start > 1) sink(mix(kinds.opening, hash(start), hash(start + 1)), start, start + 1)
  for (const sentence of sentences) {
    if (sentence.start < start || sentence.end > end) continue
    for (let at = sentence.start; at < sentence.end; at++) {
      const own = hash(at)
      const han = isHan(classes[at]!)
      sink(mix(kinds.word, own), at, at)
      if (!han) letterFeatures(keys[at]!, at, sink)
      const left = sentence.end - at
      if (left > 1) sink(mix(kinds.pair, own, hash(at + 1)), at, at + 1)
      if (left > 2) sink(mix(kinds.triple, own, hash(at + 1), hash(at + 2)), at, at + 2)
      if (left > 3 && han) sink(mix(kinds.four, own, mix(hash(at + 1), hash(at + 2), hash(at + 3))), at, at + 3)
      const reach = Math.min(sentence.end, at + (han ? skipReach.han : skipReach.latin))
      for (let other = at + 2; other < reach; other++) sink(mix(kinds.skip, own, hash(other)), at, other)
    }
  }
}

function letterFeatures(key: string, at: number, sink: FeatureSink): void {
  const framed = `<${key}>`
  for (const length of letterRuns)
    for (let from = 0; from + length <= framed.length; from++)
      sink(mix(kinds.letters, hashText(framed, from, from + length)), at, at)
}

function conceptFeatures({ concepts, conceptHashes }: Passage, sink: FeatureSink): void {
  const once = new Map<number, ConceptHit>()
  for (const hit of concepts) if (!once.has(hit.concept)) once.set(hit.concept, hit)
  const hits = [...once.values()]
  hits.forEach((hit, at) => {
    const own = conceptHashes[hit.concept]!
    sink(mix(kinds.concept, own), hit.start, hit.end - 1)
    for (let other = at + 1; other < hits.length; other++) {
      const second = hits[other]!
      const hash = conceptHashes[second.concept]!
      // In which order two concepts were found says nothing.
      const both = own < hash ? mix(kinds.both, own, hash) : mix(kinds.both, hash, own)
      sink(both, Math.min(hit.start, second.start), Math.max(hit.end, second.end) - 1)
    }
  })
}

function isHan(kind: number): boolean {
  return (kind & tokenClass.han) !== 0
}

/** A Latin word counts by its stem, roughly: without its ending, and its first letters only. */
function hashWord(key: string, han: boolean): number {
  return hashText(key, 0, han ? key.length : Math.min(stemEnd(key), longestStem))
}

const longestStem = 8

function stemEnd(key: string): number {
  if (key.length > 4 && key.endsWith('ing')) return key.length - 3
  if (key.length > 3 && (key.endsWith('ed') || key.endsWith('es'))) return key.length - 2
  return key.length > 2 && key.endsWith('s') ? key.length - 1 : key.length
}

/** FNV-1a over UTF-16 units. */
function hashText(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Several numbers as one; the order counts. The steps are those of MurmurHash3. */
function mix(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind, 0x9e3779b1)
  for (const part of [a, b, c]) {
    let block = Math.imul(part, 0xcc9e2d51)
    block = (block << 15) | (block >>> 17)
    hash ^= Math.imul(block, 0x1b873593)
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  return hash >>> 0
}
