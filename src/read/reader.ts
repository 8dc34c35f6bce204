import type { TacticCategory } from '../diagnostic/index.ts'
import type { ConceptHit, Reading } from '../match/index.ts'
import { tokenClass } from '../match/index.ts'
import type { Passage } from './features.ts'
import { hashNames } from './features.ts'
import type { ReaderModel, Strictness, Writing } from './model.ts'
import { targets, writings } from './model.ts'
import type { Scorer } from './score.ts'
import { createScorer } from './score.ts'

/** How a passage strikes the reader. Offsets are UTF-16 in the text that was read, end exclusive. */
export interface Impression {
  readonly start: number
  readonly end: number
  /** It reads as if a tactic were used, though no rule may name it. */
  readonly alarming: boolean
  /** It reads so harmless that the finding of a rule in it is doubted. */
  readonly harmless: boolean
  /** The tactics it reads like, the likeliest first; empty where it is not alarming. */
  readonly tactics: readonly Likeness[]
}

/** A tactic that a passage reads like, and what made the reader think so. */
export interface Likeness {
  readonly tactic: TacticCategory
  /** Log-odds. */
  readonly score: number
  /** The stretch that carries the impression. */
  readonly start: number
  readonly end: number
  /** The words that weigh most, in the order of the text. */
  readonly words: readonly string[]
}

/** Reads for what is meant: a linear model over words, characters and concepts. Pure and deterministic. */
export interface Reader {
  readonly read: (reading: Reading, instructed: boolean) => readonly Impression[]
}

export interface ReaderOptions {
  /** How many false alarms are put up with. */
  readonly falseAlarms: Strictness
  /** The names that the readings give concepts by number. */
  readonly conceptNames: readonly (string | undefined)[]
}

/** @param model what was learnt; nothing in it is changed */
export function createReader(model: ReaderModel, { falseAlarms, conceptNames }: ReaderOptions): Reader {
  const known = new Set(model.concepts)
  const conceptHashes = hashNames(conceptNames.map(name => (name !== undefined && known.has(name) ? name : undefined)))
  const scorers = Object.fromEntries(
    writings.map(writing => [writing, createScorer(model.weights[writing])])
  ) as Record<Writing, Scorer>

  const impression = (passage: Passage): Impression => {
    const writing = writingOf(passage)
    const { report, doubt } = model.weights[writing]
    const scores = scorers[writing].score(passage)
    const any = scores[anyTarget]!
    const alarming = any > report[falseAlarms] && isLegible(passage, writing)
    return {
      ...textSpan(passage, passage.start, passage.end),
      alarming,
      harmless: any < doubt,
      tactics: alarming ? likelyTargets(scores).map(target => likeness(passage, target, scores, scorers[writing])) : []
    }
  }
  return { read: (reading, instructed) => passagesOf(reading, instructed, conceptHashes).map(impression) }
}

const anyTarget = targets.indexOf('any')

/** Short texts are read whole, as people would; of longer ones each two sentences that follow each other. */
function passagesOf(reading: Reading, instructed: boolean, conceptHashes: Uint32Array): readonly Passage[] {
  const count = reading.tokens.sentences.length
  const passage = (first: number, last: number) => passageOf(reading, instructed, conceptHashes, first, last)
  if (count === 0) return []
  if (count <= 2) return [passage(0, count - 1)]
  return Array.from({ length: count - 1 }, (_, at) => passage(at, at + 1))
}

/** Sentences as one passage, the last one included; all of them unless some are asked for. There must be one. */
export function passageOf(
  { tokens, concepts }: Reading,
  instructed: boolean,
  conceptHashes: Uint32Array,
  first = 0,
  last = tokens.sentences.length - 1
): Passage {
  // Its own sentences only: a passage of a long text must not cost what the text is long.
  const sentences = tokens.sentences.slice(first, last + 1)
  return {
    tokens: { ...tokens, sentences },
    start: sentences[0]!.start,
    end: sentences.at(-1)!.end,
    concepts: conceptsOf(concepts, first, last, conceptHashes),
    conceptHashes,
    instructed
  }
}

function conceptsOf(concepts: Reading['concepts'], first: number, last: number, hashes: Uint32Array): ConceptHit[] {
  const found: ConceptHit[] = []
  for (let at = first; at <= last; at++) for (const hit of concepts[at]!) if (hashes[hit.concept] !== 0) found.push(hit)
  return found
}

/** Whichever has more words, two Han characters counting as one. */
export function writingOf({ tokens, start, end }: Passage): Writing {
  let han = 0
  for (let at = start; at < end; at++) if (tokens.classes[at]! & tokenClass.han) han++
  return han / 2 >= end - start - han ? 'zh' : 'en'
}

/** Fewer words than that say too little to read anything into them. */
const fewestWords: Readonly<Record<Writing, number>> = { en: 4, zh: 6 }

/** Whether a passage is long enough, and written in letters that the reader knows: of Thai or Hindi it sees only scraps. */
function isLegible({ tokens, start, end }: Passage, writing: Writing): boolean {
  if (end - start < fewestWords[writing]) return false
  const text = tokens.text.slice(tokens.starts[start], tokens.ends[end - 1])
  let seen = 0
  for (let at = start; at < end; at++) seen += tokens.ends[at]! - tokens.starts[at]!
  let letters = 0
  for (const character of text) if (letter.test(character)) letters++
  return seen >= letters / 2
}

const letter = /\p{L}/u

/** The likeliest tactic, and every other one that is likelier than not. */
function likelyTargets(scores: Float64Array): readonly number[] {
  const order = [...scores.keys()].filter(target => target !== anyTarget).sort((a, b) => scores[b]! - scores[a]!)
  return order.filter((target, rank) => rank === 0 || scores[target]! > 0)
}

function likeness(passage: Passage, target: number, scores: Float64Array, scorer: Scorer): Likeness {
  const parts = scorer.contributions(passage, target)
  const [first, last] = heaviestStretch(parts)
  return {
    tactic: targets[target] as TacticCategory,
    score: scores[target]!,
    ...textSpan(passage, passage.start + first, passage.start + last + 1),
    words: heaviestWords(passage, parts)
  }
}

/** The stretch of tokens whose contributions add up to most: its first and last place. */
function heaviestStretch(parts: Float64Array): readonly [number, number] {
  let best = Number.NEGATIVE_INFINITY
  let found: readonly [number, number] = [0, parts.length - 1]
  let sum = 0
  let from = 0
  parts.forEach((part, at) => {
    if (sum <= 0) {
      sum = 0
      from = at
    }
    sum += part
    if (sum > best) {
      best = sum
      found = [from, at]
    }
  })
  return found
}

const shownWords = 6

function heaviestWords({ tokens, start }: Passage, parts: Float64Array): string[] {
  return [...parts.keys()]
    .filter(at => parts[at]! > 0)
    .sort((a, b) => parts[b]! - parts[a]! || a - b)
    .slice(0, shownWords)
    .sort((a, b) => a - b)
    .map(at => tokens.text.slice(tokens.starts[start + at], tokens.ends[start + at]))
}

function textSpan({ tokens }: Passage, first: number, end: number): { readonly start: number; readonly end: number } {
  return { start: tokens.starts[first]!, end: tokens.ends[end - 1]! }
}
