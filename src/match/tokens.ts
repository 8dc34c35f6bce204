import { contractionParts, contractions } from './contractions.ts'
import { foldHan, foldWord, isHan } from './fold.ts'
import { placeholderEnd } from './placeholder.ts'

/** What a token is, beside its key; bits, because a word can stand in a placeholder and have a capital. */
export const tokenClass = { number: 1, capitalised: 2, placeholder: 4, han: 8, money: 16 } as const

/**
 * The tokens of one text, column by column. A Latin word or a number is a token, and so is each Han
 * character. `sentence` and `clause` count from 0; `width` is the place in half words (a Han
 * character counts as half a word), in which the gaps of patterns are measured.
 */
export interface Tokens {
  readonly text: string
  readonly keys: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly classes: readonly number[]
  readonly clauses: readonly number[]
  /** The sentence as it is written: a short question counts for itself here, though it is read with what follows. */
  readonly written: readonly number[]
  readonly width: readonly number[]
  readonly sentences: readonly Sentence[]
  /** Placeholders as runs of tokens; one without a word in it has a token of its own with an empty key. */
  readonly placeholders: readonly { readonly start: number; readonly end: number }[]
}

/** A run of tokens, `end` exclusive. `asks` where it closes with a question mark. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly asks: boolean
}

interface Draft {
  keys: string[]
  starts: number[]
  ends: number[]
  classes: number[]
  clauses: number[]
  written: number[]
  width: number[]
  sentences: Sentence[]
  placeholders: { start: number; end: number }[]
  clause: number
  sentence: number
  sentenceStart: number
  placeholder: number
}

const word = /[\p{Script=Latin}\p{M}\p{Nd}]+(?:['’＇][\p{Script=Latin}\p{M}]+|(?<=\p{Nd})[.,:：][\p{Nd}]+)*['’]?/uy
const startsWord = /[\p{Script=Latin}\p{Nd}]/u
const stops = new Set([...'。！？!?.．；;'])
const currencies = new Set([...'$£€¥￥₹₱₩฿'])
const pauses = new Set([...',，:：—–()（）…'])
const abbreviations = new Set(
  'mr mrs ms dr prof sr jr st no vs v inc ltd co corp dept approx e.g i.e etc a.m p.m u.s u.k tel ext acct ref'.split(
    ' '
  )
)

/** Marks that are not seen: soft hyphens, zero-width and direction marks, as they come from other programs, or to hide a word. */
const unseen = /\p{Default_Ignorable_Code_Point}/u

/** Splits a text into tokens, clauses and sentences, in one pass. Marks that are not seen part nothing. */
export function tokenize(text: string): Tokens {
  if (!unseen.test(text)) return tokenizeSeen(text)
  const places: number[] = []
  const seen: string[] = []
  for (let at = 0; at < text.length; at++) {
    if (unseen.test(text[at]!)) continue
    seen.push(text[at]!)
    places.push(at)
  }
  const tokens = tokenizeSeen(seen.join(''))
  return {
    ...tokens,
    text,
    starts: tokens.starts.map(start => places[start]!),
    ends: tokens.ends.map(end => places[end - 1]! + 1)
  }
}

function tokenizeSeen(text: string): Tokens {
  const draft: Draft = {
    keys: [],
    starts: [],
    ends: [],
    classes: [],
    clauses: [],
    written: [],
    width: [0],
    sentences: [],
    placeholders: [],
    clause: 0,
    sentence: 0,
    sentenceStart: 0,
    placeholder: -1
  }
  let slotEnd = -1
  let slotStart = 0
  for (let at = 0; at < text.length; ) {
    if (at >= slotEnd && slotEnd >= 0) {
      closeSlot(draft, slotStart, at)
      slotEnd = -1
    }
    const code = text.charCodeAt(at)
    if (slotEnd < 0 && mayOpenSlot(code)) {
      const end = placeholderEnd(text, at)
      if (end > 0) {
        slotEnd = end
        slotStart = draft.keys.length
        draft.placeholder = at
      }
    }
    if (isHan(code)) {
      push(draft, String.fromCharCode(foldHan(code)), at, at + 1, tokenClass.han, 1)
      at++
    } else if (code > 0x7f ? startsWord.test(text[at]!) : isAsciiWord(code)) at = readWord(draft, text, at)
    else {
      if (slotEnd < 0) mark(draft, text, at)
      at++
    }
  }
  if (slotEnd >= 0) closeSlot(draft, slotStart, text.length)
  const closing = /[?？]\P{L}*$/u.test(text.slice(-8))
  endSentence(draft, closing, true)
  return { ...draft, text }
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** `{ [ < $ % _ x X` and the full-width ones: the only characters a placeholder starts with. */
function mayOpenSlot(code: number): boolean {
  return code < 0x80
    ? code === 123 ||
        code === 91 ||
        code === 60 ||
        code === 36 ||
        code === 37 ||
        code === 95 ||
        code === 120 ||
        code === 88
    : code === 0x3010 || code === 0x3014 || code === 0xff3b || code === 0xd7 || code === 0xff38 || code === 0x67d0
}

/** R800, N45,000, Rs500: a sum with its currency in front. Single letters need more digits: a P45 is a form, an N95 a mask. */
const gluedSum = /(?:Rs|RM|K[Ss]h|KES|NGN|ZAR|PHP|INR|GHS|[RNP](?=\d{1,3},\d{3}|\d{3}))(?=\d)/y

/** The length of the currency in front of a sum; 0 where there is none. */
function currencyLength(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first < 71 || first > 90) return 0
  gluedSum.lastIndex = at
  return gluedSum.exec(text)?.[0].length ?? 0
}

function readWord(draft: Draft, text: string, at: number): number {
  const currency = currencyLength(text, at)
  if (currency > 0) {
    push(draft, text.slice(at, at + currency).toLowerCase(), at, at + currency, tokenClass.capitalised, 0)
    return readNumber(draft, text, at + currency)
  }
  let end = at
  while (end < text.length && isAsciiWord(text.charCodeAt(end))) end++
  const next = text.charCodeAt(end)
  if (next === 42 && end > at) return maskedWord(draft, text, at)
  const first = text.charCodeAt(at)
  const digits = first >= 48 && first <= 57
  const plain =
    end > at &&
    (next === 39 || (digits && (next === 46 || next === 44 || next === 58)) || next > 0x7f ? isHan(next) : true)
  return plain ? plainWord(draft, text, at, end, digits) : anyWord(draft, text, at)
}

const masked = /[A-Za-z]+(?:\*+[A-Za-z]*)+/y

/** A word with stars for letters, as in "sh*t": one token, its stars folded to one. Stars after a whole word are no part of it. */
function maskedWord(draft: Draft, text: string, at: number): number {
  masked.lastIndex = at
  const written = masked.exec(text)?.[0] ?? ''
  const isMasked = /\*[A-Za-z]/.test(written) || /^[A-Za-z]{1,3}\*{2,}$/.test(written)
  if (!isMasked) return anyWord(draft, text, at)
  push(draft, foldWord(written).replaceAll(/\*+/g, '*'), at, at + written.length, 0, 2)
  return at + written.length
}

/** A word of ASCII letters and digits that nothing but a space or a mark follows: nearly all words are. */
function plainWord(draft: Draft, text: string, at: number, end: number, digits: boolean): number {
  const written = text.slice(at, end)
  const key = foldWord(written)
  if (digits) push(draft, key, at, end, numberClass(text, at), 2)
  else
    pushWord(
      draft,
      key,
      at,
      end,
      key.charCodeAt(0) === text.charCodeAt(at) ? 0 : tokenClass.capitalised,
      contractions.has(key)
    )
  return end
}

function anyWord(draft: Draft, text: string, at: number): number {
  word.lastIndex = at
  const written = word.exec(text)?.[0] ?? text[at]!
  const end = at + written.length
  const key = foldWord(written.replaceAll(/[’＇]/g, "'")).replace(/'$/, '')
  const first = key.charCodeAt(0)
  if (first >= 48 && first <= 57) push(draft, key, at, end, numberClass(text, at), 2)
  else
    pushWord(
      draft,
      key,
      at,
      end,
      written[0] === key[0] ? 0 : tokenClass.capitalised,
      key.includes("'") || contractions.has(key)
    )
  return end
}

/** The digits behind a currency. */
function readNumber(draft: Draft, text: string, at: number): number {
  word.lastIndex = at
  const end = at + (word.exec(text)?.[0].length ?? 1)
  push(draft, text.slice(at, end), at, end, tokenClass.number | tokenClass.money, 2)
  return end
}

function numberClass(text: string, at: number): number {
  return tokenClass.number | (currencies.has(text[at - 1]!) ? tokenClass.money : 0)
}

function pushWord(draft: Draft, key: string, at: number, end: number, kind: number, contracted: boolean): void {
  const parts = contracted ? contractionParts(key, end - at) : undefined
  if (!parts) push(draft, key, at, end, kind, 2)
  else for (const part of parts) push(draft, part.key, at + part.start, at + part.end, kind, 2 / parts.length)
}

/** A run of words without any stop is cut here, so that no sentence, however hostile, costs more than its share. */
const longestSentence = 500

function push(draft: Draft, key: string, start: number, end: number, kind: number, width: number): void {
  if (draft.keys.length - draft.sentenceStart >= longestSentence) endSentence(draft, false)
  draft.keys.push(key)
  draft.starts.push(start)
  draft.ends.push(end)
  draft.classes.push(kind)
  draft.clauses.push(draft.clause)
  draft.written.push(draft.sentence)
  draft.width.push(draft.width[draft.width.length - 1]! + width)
}

function closeSlot(draft: Draft, start: number, end: number): void {
  if (draft.keys.length === start) push(draft, '', draft.placeholder, end, 0, 2)
  for (let at = start; at < draft.keys.length; at++) draft.classes[at]! |= tokenClass.placeholder
  draft.placeholders.push({ start, end: draft.keys.length })
}

/** Notes what a character that is no part of a word ends. */
function mark(draft: Draft, text: string, at: number): void {
  const character = text[at]!
  if (character === '\n' || character === '\r') breakLine(draft, text, at)
  else if (stops.has(character)) {
    if (character === '.' && !endsWithStop(draft, text, at)) return
    endSentence(draft, character === '?' || character === '？')
  } else if (pauses.has(character)) draft.clause++
}

/** A line break inside a wrapped sentence ends nothing; before a new item, a capital or an empty line it ends the sentence. */
function breakLine(draft: Draft, text: string, at: number): void {
  let next = at + 1
  while (text[next] === ' ' || text[next] === '\t') next++
  const code = text.charCodeAt(next)
  if (code >= 97 && code <= 122) return
  if (isHan(code)) draft.clause++
  else endSentence(draft, false)
}

/** A full stop ends a sentence unless it belongs to an abbreviation, an ellipsis or the word after it. */
function endsWithStop(draft: Draft, text: string, at: number): boolean {
  const next = text[at + 1]
  if (next === '.' || text[at - 1] === '.') {
    draft.clause++
    return false
  }
  const before = draft.keys.at(-1)
  if (next !== undefined && startsWord.test(next) && !(/[A-Z]/.test(next) && before !== undefined && before.length > 1))
    return false
  if (before === undefined || draft.ends.at(-1) !== at) return true
  const single =
    before.length === 1 && draft.classes.at(-1) !== tokenClass.han && next === ' ' && /[a-z]/.test(text[at + 2] ?? '')
  return !(abbreviations.has(before) || single)
}

/** A question of a few words is the topic of what follows: "Bankruptcy? You couldn't afford it." is one sentence. */
const shortQuestion = 12

function endSentence(draft: Draft, asks: boolean, isLast = false): void {
  const end = draft.keys.length
  draft.clause++
  if (end === draft.sentenceStart) return
  draft.sentence++
  const width = draft.width[end]! - draft.width[draft.sentenceStart]!
  if (asks && !isLast && width <= shortQuestion) return
  draft.sentences.push({ start: draft.sentenceStart, end, asks })
  draft.sentenceStart = end
}
