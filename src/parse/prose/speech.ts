import type { Frame, Speaker } from '../../script/index.ts'
import type { Span, SpokenText } from '../../source/index.ts'
import { concatText, sliceText, trimText } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'
import { findQuotes, isSpeech } from './quotes.ts'
import { findStageDirections } from './stage-direction.ts'

export interface SpeechOptions {
  readonly speaker: Speaker
  readonly label?: string
  readonly frame?: Frame
}

/**
 * Adds one person's words that hold no Markdown: quotation marks around them are taken off, stage
 * directions in them (`[listen]`, `{client answers}`) become instructions, slots stay.
 */
export function readSpeech(builder: ScriptBuilder, text: SpokenText, options: SpeechOptions): void {
  const { value } = text
  const first = /\S/u.exec(value)?.index ?? 0
  const quotes = findQuotes(value)
  const opening = quotes.find(
    quote =>
      value
        .slice(first, quote.start)
        .replaceAll(/[[({（][^\])}）]*[\])}）]/gu, '')
        .trim() === ''
  )
  const isQuoted =
    opening !== undefined &&
    (opening.start === first ||
      quotes.length > 1 ||
      isSpeech(value.slice(opening.inner.start, opening.inner.end)) ||
      value.slice(opening.end).trim() === '')
  if (isQuoted && !leavesSpeechOut(value, quotes)) addQuoted(builder, text, quotes, options)
  else addAround(builder, text, findStageDirections(value), options)
}

/** Words between the quotes that are more than a seam or an aside are speech, too. */
function leavesSpeechOut(value: string, quotes: readonly Span[]): boolean {
  let from = 0
  for (const quote of [...quotes, { start: value.length, end: value.length }]) {
    const between = value.slice(from, quote.start).replaceAll(/[[({（*`][^\])}）*`]*[\])}）*`]/gu, '')
    if (
      /[\p{L}\p{N}]/u.test(between) &&
      !/^[\s\p{P}]*(?:or|and|then|或者?|和|及|→.*|->.*|←.*|–.*|—.*)[\s\p{P}]*$/su.test(between)
    )
      return true
    from = quote.end
  }
  return false
}

/** Only what stands in quotation marks is said; the rest is for the agent's eyes. */
function addQuoted(
  builder: ScriptBuilder,
  text: SpokenText,
  quotes: ReturnType<typeof findQuotes>,
  options: SpeechOptions
): void {
  let from = 0
  for (const quote of quotes) {
    addNote(builder, sliceText(text, from, quote.start), options)
    const inner = sliceText(text, quote.inner.start, quote.inner.end)
    addAround(builder, inner, findStageDirections(inner.value), options)
    from = quote.end
  }
  addNote(builder, sliceText(text, from), options)
}

/** Everything is said but the stage directions, which keep their place between the parts of speech. */
function addAround(
  builder: ScriptBuilder,
  text: SpokenText,
  directions: readonly Span[],
  options: SpeechOptions
): void {
  let from = 0
  const said: SpokenText[] = []
  const flush = () => {
    const whole = withoutStrayQuote(trimText(concatText(said.splice(0))))
    if (/[\p{L}\p{N}]/u.test(whole.value)) builder.utter(options.speaker, whole, options)
  }
  for (const { start, end } of directions) {
    said.push(sliceText(text, from, start))
    flush()
    addNote(builder, sliceText(text, start, end), options)
    from = end
  }
  said.push(sliceText(text, from))
  flush()
}

function addNote(builder: ScriptBuilder, text: SpokenText, { frame = 'plain', speaker }: SpeechOptions): void {
  if (!/[\p{L}\p{N}]/u.test(text.value) || /^[\s\p{P}]*(?:or|and|或|和)[\s\p{P}]*$/iu.test(text.value)) return
  if (speaker === 'customer' || frame !== 'plain' || /^\s*(?:←|<-)/u.test(text.value))
    builder.mention(text, frame === 'plain' ? 'quoted' : frame)
  else builder.instruct(unwrap(text), frame)
}

/** The direction without its brackets. */
function unwrap(text: SpokenText): SpokenText {
  const match = /^[\s*`]*[[({（<]+(.*?)[\])}）>]+[\s*`.。]*$/su.exec(text.value)
  if (!match) return text
  const start = text.value.indexOf(match[1]!, match[0].search(/[[({（<]/u) + 1)
  return sliceText(text, start, start + match[1]!.length)
}

/** A mark that closes, or opens, what another paragraph holds. */
function withoutStrayQuote(text: SpokenText): SpokenText {
  const { value } = text
  if (/^[^"“”]*["”]$/u.test(value)) return sliceText(text, 0, value.length - 1)
  return /^["“”][^"“”]*$/u.test(value) ? sliceText(text, 1) : text
}
