import type { Frame } from '../../script/index.ts'
import type { Span, SpokenText } from '../../source/index.ts'
import { concatText, sliceText } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'
import type { Quote } from './quotes.ts'
import { findQuotes, isSpeech } from './quotes.ts'
import type { Scope } from './scope.ts'
import { customerSaying, forbiddenAfter, forbiddenSaying, sayingVerb } from './vocabulary.ts'

type Owner = 'agent' | 'customer' | 'forbidden'

/**
 * Adds a sentence of guidance, and the speech quoted in it for whoever says it: `Tell him "…"` for the agent,
 * `If the customer says "…"` for the customer, `Never say "…"` for nobody. What the agent is to say stays in the
 * sentence too, since what is ordered hangs on it ("sign the message "Police""); what others say is cut out, its marks
 * stay. Quoted terms ("PTP", "yes") are no speech.
 */
export function readSentence(builder: ScriptBuilder, text: SpokenText, frame: Frame, scope?: Scope): void {
  const { value } = text
  const cuts: { quote: Quote; owner: Owner }[] = []
  let owner: Owner | undefined
  let from = 0
  for (const quote of findQuotes(value)) {
    const before = clauseBefore(value, from, quote.start)
    owner = isSeam(before) && owner ? owner : ownerOf(before, value.slice(quote.end, quote.end + 100), scope)
    from = quote.end
    const words = value.slice(quote.inner.start, quote.inner.end)
    const isForced = scope?.role === 'agent' && scope.strong && owner === 'agent' && /(?:^|[:：])\s*$/u.test(before)
    if (isSpeech(words) || (isForced && /[\p{L}\p{N}]/u.test(words))) cuts.push({ quote, owner })
  }
  builder.instruct(
    without(
      text,
      cuts.filter(cut => cut.owner !== 'agent').map(cut => cut.quote.inner)
    ),
    frame
  )
  for (const { quote, owner: whose } of cuts) {
    const words = sliceText(text, quote.inner.start, quote.inner.end)
    if (whose === 'forbidden') builder.mention(words, 'forbidden')
    else builder.utter(whose, words, { frame, around: text })
  }
}

/** What is left of a text when spans of it are taken out. */
function without(text: SpokenText, spans: readonly Span[]): SpokenText {
  if (spans.length === 0) return text
  const pieces: SpokenText[] = []
  let from = 0
  for (const span of spans) {
    pieces.push(sliceText(text, from, span.start))
    from = span.end
  }
  pieces.push(sliceText(text, from))
  return concatText(pieces)
}

/** The words before a quote that may say whose it is: back to the last quote or sentence end. */
function clauseBefore(value: string, from: number, at: number): string {
  const window = value.slice(Math.max(from, at - 160), at)
  const end = Math.max(...['. ', '! ', '? ', '; ', '。', '！', '？', '；'].map(mark => window.lastIndexOf(mark)))
  return end < 0 ? window : window.slice(end + 1)
}

function isSeam(before: string): boolean {
  return /^[\s\p{P}]*(?:or|and|\/|或者?|和|及|以及|、)?[\s\p{P}]*$/iu.test(before) && !/[.。]/u.test(before)
}

function ownerOf(before: string, after: string, scope: Scope | undefined): Owner {
  if (forbiddenAfter.test(after)) return 'forbidden'
  if (customerSaying.test(before)) return 'customer'
  if (/\b(?:answer|respond to|reply to|counter)\s*$/i.test(before) && /^\s*with\b/i.test(after)) return 'customer'
  if (forbids(before)) return 'forbidden'
  return scope?.role === 'customer' && !sayingVerb.test(before) ? 'customer' : 'agent'
}

/** A prohibition in the clause, unless it is turned around: "never hang up without saying …". */
function forbids(before: string): boolean {
  const match = forbiddenSaying.exec(before)
  if (!match) return false
  if (/\b(?:without|forget|fail|omit|skip|until|unless|before|only|just)\b|忘|之前|只/iu.test(match[0])) return false
  const clause = /[,，][^,，]*$/u.exec(match[0])?.[0]
  return clause === undefined || !sayingVerb.test(clause) || forbiddenSaying.test(clause)
}
