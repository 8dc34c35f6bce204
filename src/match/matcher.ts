import { scan } from './automaton.ts'
import type { CompiledLexicon } from './compile.ts'
import { compileLexicon } from './compile.ts'
import type { Hit } from './hit.ts'
import { compareHits } from './hit.ts'
import type { Lexicon, TokenKind } from './lexicon.ts'
import type { CompiledPattern } from './pattern-code.ts'
import { decodePattern, isPossible, levelOf } from './pattern-code.ts'
import type { Run, Trail } from './sequence.ts'
import { findRuns } from './sequence.ts'
import type { Stance } from './stance.ts'
import { readStance, stanceOf } from './stance.ts'
import type { Sentence, Tokens } from './tokens.ts'
import { tokenClass, tokenize } from './tokens.ts'

/** A literal or concept that carried a match, with its place in the text. */
export interface MatchedPhrase {
  readonly concept: string
  readonly start: number
  readonly end: number
}

/** A pattern found in a text: offsets are UTF-16 in that text, end exclusive. */
export interface Match {
  /** The place of the pattern in the lexicon. */
  readonly pattern: number
  readonly start: number
  readonly end: number
  /** The sentence, as it is written, in which the match ends; counted from 0. */
  readonly sentence: number
  readonly stance: Stance
  /** The text that was read. */
  readonly text: string
  readonly phrases: readonly MatchedPhrase[]
}

/** A concept found in a sentence: the first of its places there, in tokens, end exclusive. */
export interface ConceptHit {
  /** The place of the concept's name in `conceptNames` of the matcher. */
  readonly concept: number
  readonly start: number
  readonly end: number
}

/** What one text holds, read once for all rules. */
export interface Reading {
  readonly matches: readonly Match[]
  readonly tokens: Tokens
  /** The concepts in each of the sentences of `tokens`, in the order in which they were found. */
  readonly concepts: readonly (readonly ConceptHit[])[]
  /** Whether the text, if it is guidance, is about scripts rather than part of one: nothing in it is meant. */
  readonly about: boolean
}

/** Looks for everything in a lexicon at once. */
export interface Matcher {
  readonly read: (text: string) => Reading
  /** Names by the number that a `ConceptHit` gives. Literals that patterns ask for have a place, and no name. */
  readonly conceptNames: readonly (string | undefined)[]
}

/** Compiles a lexicon; cost grows with the lexicon, that of `read` only with the text and what is found in it. */
export function createMatcher(lexicon: Lexicon): Matcher {
  return matcherOf(compileLexicon(lexicon))
}

/** The matcher of a lexicon that was compiled before. */
export function matcherOf(lexicon: CompiledLexicon): Matcher {
  const compiled: Prepared = {
    ...lexicon,
    vocabulary: new Map(lexicon.words.map((word, at) => [word, at + 1])),
    decoded: new Map(),
    present: new Uint8Array(lexicon.names.length)
  }
  // A literal's name is the literal in quotation marks.
  const conceptNames = lexicon.names.map(name => (name.startsWith('"') ? undefined : name))
  return { read: text => readText(text, compiled, conceptNames), conceptNames }
}

interface Prepared extends CompiledLexicon {
  readonly vocabulary: ReadonlyMap<string, number>
  /** Patterns that were decoded before, by place. */
  readonly decoded: Map<number, CompiledPattern>
  /** Marks the symbols of the sentence at hand; all zero between sentences. */
  readonly present: Uint8Array
}

function readText(text: string, compiled: Prepared, conceptNames: Matcher['conceptNames']): Reading {
  const tokens = tokenize(text)
  const { vocabulary } = compiled
  const ids = new Int32Array(tokens.keys.length)
  for (let at = 0; at < ids.length; at++) ids[at] = vocabulary.get(tokens.keys[at]!) ?? 0
  const { about, retraction } = compiled.stance
  const matches: Match[] = []
  const concepts: (readonly ConceptHit[])[] = []
  let isAbout = false
  let isRetraction = false
  for (const sentence of tokens.sentences) {
    const hits = hitsOf(sentence, ids, tokens, compiled)
    isAbout ||= about !== undefined && hits?.all.has(about) === true
    isRetraction ||= retraction !== undefined && hits?.all.has(retraction) === true
    if (hits) {
      for (const match of readSentence(sentence, hits, tokens, compiled)) matches.push(match)
      hits.close()
    }
    concepts.push(hits ? conceptsIn(hits, conceptNames) : [])
  }
  return { matches: isRetraction ? matches.map(takenBack) : matches, tokens, concepts, about: isAbout }
}

/** In an apology for what was said, what was said is reported. */
function takenBack(match: Match): Match {
  return match.stance === 'denied' || match.stance === 'forbidden' ? match : { ...match, stance: 'reported' }
}

/** Everything that the lexicon knows in a sentence; mostly nothing, and then nothing is set up for it. */
function hitsOf(sentence: Sentence, ids: Int32Array, tokens: Tokens, compiled: Prepared): SentenceHits | undefined {
  let hits: SentenceHits | undefined
  const add = (hit: Hit) => (hits ??= new SentenceHits(compiled)).add(hit)
  scan(compiled.automaton, ids, sentence.start, sentence.end, (symbol, start, end) => add({ symbol, start, end }))
  for (const { kind, symbol } of compiled.tokenSymbols) addTokenHits(add, kind, symbol, sentence, tokens)
  return hits
}

function conceptsIn(hits: SentenceHits, names: Matcher['conceptNames']): readonly ConceptHit[] {
  const found: ConceptHit[] = []
  for (const [concept, [first]] of hits.all)
    if (names[concept] !== undefined) found.push({ concept, start: first!.start, end: first!.end })
  return found
}

function readSentence(sentence: Sentence, hits: SentenceHits, tokens: Tokens, compiled: Prepared): Match[] {
  const found: { pattern: CompiledPattern; run: Run; hits: readonly Hit[] }[] = []
  for (let level = 0; level < compiled.levels; level++) {
    for (const pattern of hits.takeDue(level)) {
      if (pattern.isConcept) {
        for (const run of runsOf(pattern, hits, tokens))
          hits.add({ symbol: pattern.produces, start: run.start, end: run.end, parts: trailOf(run.trail) })
      } else {
        for (const run of apart(runsOf(pattern, hits, tokens))) found.push({ pattern, run, hits: trailOf(run.trail) })
      }
    }
  }
  if (found.length === 0) return []
  const stance = readStance(sentence, hits.all, tokens, compiled.stance)
  return found.map(({ pattern, run, hits }) => ({
    pattern: pattern.produces,
    start: tokens.starts[run.start]!,
    end: tokens.ends[run.end - 1]!,
    sentence: tokens.written[run.end - 1]!,
    text: tokens.text,
    stance: stanceOf(hits, stance),
    phrases: hits.map(hit => ({
      concept: compiled.names[hit.symbol]!,
      start: tokens.starts[hit.start]!,
      end: tokens.ends[hit.end - 1]!
    }))
  }))
}

/** The hits of one sentence, and the patterns that they have made worth trying. */
class SentenceHits {
  readonly all = new Map<number, Hit[]>()
  readonly #compiled: Prepared
  /** Places by level; a pattern of several anchors may stand there twice. */
  readonly #due: number[][] = []
  readonly #unsorted = new Set<number>()

  constructor(compiled: Prepared) {
    this.#compiled = compiled
  }

  add(hit: Hit): void {
    const known = this.all.get(hit.symbol)
    if (!known) {
      this.all.set(hit.symbol, [hit])
      this.#compiled.present[hit.symbol] = 1
      this.#makeDue(hit.symbol)
      return
    }
    const last = known.at(-1)!
    if (last.start === hit.start && last.end === hit.end) return
    known.push(hit)
    if (compareHits(last, hit) > 0) this.#unsorted.add(hit.symbol)
  }

  /** Ends the sentence: its marks are taken back. */
  close(): void {
    for (const symbol of this.all.keys()) this.#compiled.present[symbol] = 0
  }

  #makeDue(symbol: number): void {
    const { patterns } = this.#compiled
    for (let at = patterns.anchorStarts[symbol]!; at < patterns.anchorStarts[symbol + 1]!; at++) {
      const place = patterns.anchored[at]!
      const due = (this.#due[levelOf(patterns, place)] ??= [])
      due.push(place)
    }
  }

  /** The patterns of a level to try, in the order of the lexicon; hits of lower levels are complete by then. */
  takeDue(level: number): CompiledPattern[] {
    const due = this.#due[level]
    if (!due) return []
    for (const symbol of this.#unsorted) this.all.get(symbol)!.sort(compareHits)
    this.#unsorted.clear()
    const { patterns, present } = this.#compiled
    const possible = due.filter(place => isPossible(patterns, place, present))
    return [...new Set(possible.sort((a, b) => a - b))].map(place => this.#pattern(place))
  }

  #pattern(place: number): CompiledPattern {
    const { decoded, patterns } = this.#compiled
    let pattern = decoded.get(place)
    if (!pattern) decoded.set(place, (pattern = decodePattern(patterns, place)))
    return pattern
  }
}

function addTokenHits(
  add: (hit: Hit) => void,
  kind: TokenKind,
  symbol: number,
  sentence: Sentence,
  tokens: Tokens
): void {
  if (kind === 'placeholder') {
    for (let at = firstPlaceholder(sentence, tokens); at < tokens.placeholders.length; at++) {
      const { start, end } = tokens.placeholders[at]!
      if (end > sentence.end) break
      add({ symbol, start, end })
    }
    return
  }
  const bit = tokenClass[kind]
  for (let at = sentence.start; at < sentence.end; at++)
    if (tokens.classes[at]! & bit) add({ symbol, start: at, end: at + 1 })
}

/** The place of the first placeholder that starts in the sentence. */
function firstPlaceholder(sentence: Sentence, tokens: Tokens): number {
  let low = 0
  let high = tokens.placeholders.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.placeholders[middle]!.start < sentence.start) low = middle + 1
    else high = middle
  }
  return low
}

/** The runs of a pattern; one of several parts runs from the first of them to the last. */
function runsOf(pattern: CompiledPattern, hits: SentenceHits, tokens: Tokens): readonly Run[] {
  if (pattern.parts.length === 1) return findRuns(pattern.parts[0]!, hits.all, tokens)
  const firsts: Run[] = []
  for (const part of pattern.parts) {
    const first = findRuns(part, hits.all, tokens)[0]
    if (!first) return []
    firsts.push(first)
  }
  const start = Math.min(...firsts.map(run => run.start))
  const end = Math.max(...firsts.map(run => run.end))
  const trail = firsts
    .flatMap(run => trailOf(run.trail))
    .reduce<Trail | undefined>((before, hit) => ({ hit, before }), undefined)
  return [{ start, end, trail: trail! }]
}

/** Runs that do not overlap, the earlier first. */
function apart(runs: readonly Run[]): readonly Run[] {
  const kept: Run[] = []
  for (const run of runs) if (kept.length === 0 || run.start >= kept.at(-1)!.end) kept.push(run)
  return kept
}

function trailOf(trail: Trail | undefined): readonly Hit[] {
  const hits: Hit[] = []
  for (let at = trail; at; at = at.before) hits.push(at.hit)
  return hits.reverse()
}
