import type { Frame, Speaker } from '../../script/index.ts'
import type { SpokenText } from '../../source/index.ts'
import { sliceText, trimText } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'
import type { Quote } from './quotes.ts'
import { findQuotes, isSpeech } from './quotes.ts'
import type { Scope } from './scope.ts'
import { readSentence } from './sentence.ts'
import { readSpeech } from './speech.ts'
import { isStageDirection } from './stage-direction.ts'
import { imperativeStart, spokenMark, stageVerb } from './vocabulary.ts'

/** What unmarked text of a passage is. */
export interface Plain {
  readonly role: 'instruction' | 'utterance' | 'mention'
  readonly speaker: Speaker
  readonly label?: string
  readonly frame: Frame
  /** The passage marks nobody's words, so what sounds spoken is. */
  readonly bare: boolean
}

/** How a piece of text stands where it is found. */
export interface Stand {
  readonly scope: Scope | undefined
  readonly plain: Plain
  /** It is an entry of a list or of a table, or hangs under a bullet. */
  readonly listed: boolean
  /** Some neighbour in the same list is in quotation marks, so what has none is no speech. */
  readonly quotedKin: boolean
}

/** Adds a piece of text that no label claims, in the role that its place gives it. */
export function readText(builder: ScriptBuilder, whole: SpokenText, stand: Stand): void {
  const arrow = /^(?:\s|→|⇒|->|=>)+/u.exec(whole.value)?.[0].length ?? 0
  const text = sliceText(whole, arrow)
  const { value } = text
  if (!/[\p{L}\p{N}]/u.test(value) || /^[\s\p{P}]*(?:or|and|or:|或|或者)[\s\p{P}]*$/iu.test(value)) return
  const { scope, plain } = stand
  const quotes = findQuotes(value)
  const isWhole = quotes.length > 0 && isWhollyQuoted(value, quotes)
  if (scope && scope.frame !== 'plain') readFramed(builder, text, isWhole ? quotes : [], scope)
  else if (isStageDirection(value)) readAside(builder, unwrapped(text), plain.frame)
  else if (scope?.role === 'customer') readCustomers(builder, text, quotes, isWhole, stand)
  else if (isWhole && (scope?.role === 'agent' || isLongEnough(value, quotes)))
    addQuotes(builder, text, quotes, scope?.role === 'agent' ? 'agent' : plain.speaker, stand)
  else if (quotes.length > 0 && !holdsTermsOnly(value, quotes, stand)) readSentence(builder, text, plain.frame, scope)
  else if (isSpoken(value, stand))
    readSpeech(builder, text, { speaker: plain.speaker, ...labelOf(stand), frame: plain.frame })
  else if (plain.role === 'mention') builder.mention(text, plain.frame)
  else builder.instruct(text, plain.frame)
}

/** Speech that names something in quotation marks ("a cheque to “Fernside Trust”"), not an order that quotes speech. */
function holdsTermsOnly(value: string, quotes: readonly Quote[], { scope }: Stand): boolean {
  if (scope?.role !== 'agent' || !scope.strong || !soundsSpoken(value)) return false
  return quotes.every(({ inner }) => !isSpeech(value.slice(inner.start, inner.end)))
}

/** In brackets stands a direction or, in another language or after a bad example, a gloss on what was said. */
function readAside(builder: ScriptBuilder, text: SpokenText, frame: Frame): void {
  if (spokenMark.test(text.value) && !stageVerb.test(text.value))
    builder.mention(text, frame === 'plain' ? 'quoted' : frame)
  else builder.instruct(text, frame)
}

/** Text in a list of what must not be, or in a passage that only shows things. */
function readFramed(builder: ScriptBuilder, text: SpokenText, quotes: readonly Quote[], scope: Scope): void {
  const { value } = text
  if (scope.frame === 'quoted') builder.mention(text, 'quoted')
  else if (quotes.length > 0) {
    for (const { inner } of quotes) builder.mention(sliceText(text, inner.start, inner.end), 'forbidden')
    const rest = sliceText(text, quotes.at(-1)!.end)
    if (/[\p{L}\p{N}]/u.test(rest.value)) builder.mention(rest, 'quoted')
  } else if (scope.role === 'mention' || (spokenMark.test(value) && !imperativeStart.test(value)))
    builder.mention(text, 'forbidden')
  else builder.instruct(text, 'forbidden')
}

function readCustomers(
  builder: ScriptBuilder,
  text: SpokenText,
  quotes: readonly Quote[],
  whole: boolean,
  stand: Stand
): void {
  if (whole) addQuotes(builder, text, quotes, 'customer', stand)
  else if (quotes.length > 0) readSentence(builder, text, stand.plain.frame, stand.scope)
  else if (stand.listed && !stand.quotedKin && stand.scope?.strong) builder.utter('customer', text, labelOf(stand))
  else if (stand.listed && !stand.scope?.strong) builder.mention(text, 'quoted')
  else builder.instruct(text, stand.plain.frame)
}

function addQuotes(
  builder: ScriptBuilder,
  text: SpokenText,
  quotes: readonly Quote[],
  speaker: Speaker,
  stand: Stand
): void {
  let from = 0
  for (const quote of quotes) {
    addAside(builder, sliceText(text, from, quote.start), speaker, stand.plain.frame)
    readSpeech(builder, sliceText(text, quote.inner.start, quote.inner.end), {
      speaker,
      ...labelOf(stand),
      frame: stand.plain.frame
    })
    from = quote.end
  }
  addAside(builder, sliceText(text, from), speaker, stand.plain.frame)
}

function addAside(builder: ScriptBuilder, text: SpokenText, speaker: Speaker, frame: Frame): void {
  if (!/[\p{L}\p{N}]{2}/u.test(text.value) || /^[\s\p{P}]*(?:or|and|then|或者?|和)[\s\p{P}]*$/iu.test(text.value))
    return
  if (speaker === 'customer' || /^\s*(?:←|<-)/u.test(text.value)) builder.mention(trimText(text), 'quoted')
  else builder.instruct(unwrapped(trimText(text)), frame)
}

/** Between and around the quotes stands nothing but seams, asides and notes behind an arrow. */
export function isWhollyQuoted(value: string, quotes: readonly Quote[]): boolean {
  let from = 0
  for (const [at, quote] of [...quotes, { start: value.length, end: value.length }].entries()) {
    const between = value.slice(from, quote.start).replaceAll(/[[({（*`][^\])}）*`]*[\])}）*`]/gu, ' ')
    const isSeam = /^[\s\p{P}\p{S}]*(?:or|and|then|或者?|和|及)?[\s\p{P}\p{S}]*$/iu.test(between)
    const isNote = at === quotes.length && /^\s*(?:←|<-|→|->)/u.test(between)
    if (!isSeam && !isNote) return false
    from = quote.end
  }
  return true
}

function isLongEnough(value: string, quotes: readonly Quote[]): boolean {
  return quotes.some(
    ({ inner }) => isSpeech(value.slice(inner.start, inner.end)) || inner.end - inner.start > 24 || quotes.length === 1
  )
}

function isSpoken(value: string, { scope, plain, quotedKin }: Stand): boolean {
  if (/→|⇒|=>/u.test(value)) return false
  if (scope?.role === 'agent')
    return !quotedKin && (scope.strong ? !imperativeStart.test(value) || spokenMark.test(value) : soundsSpoken(value))
  if (scope) return false
  return plain.role === 'utterance' || isGreeting(value) || (plain.bare && soundsSpoken(value))
}

/** True for text that people say to each other rather than write to an agent. */
export function soundsSpoken(value: string): boolean {
  return spokenMark.test(value) && !imperativeStart.test(value)
}

const greeting = /^(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day))\b[ ,!.]|您好|你好|喂[，,])/iu

export function isGreeting(value: string): boolean {
  return greeting.test(value)
}

function labelOf({ scope, plain }: Stand): { label?: string } {
  const label = scope ? scope.label : plain.label
  return label ? { label } : {}
}

function unwrapped(text: SpokenText): SpokenText {
  const match = /^(?:<<|[[({（])(.*?)(?:>>|[\])}）])[.。]?$/su.exec(text.value)
  return match
    ? sliceText(text, match[0].indexOf(match[1]!, 1), match[0].indexOf(match[1]!, 1) + match[1]!.length)
    : text
}
