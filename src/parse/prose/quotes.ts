import type { Span } from '../../source/index.ts'

/** Words in quotation marks: `start` and `end` with the marks, `inner` without. */
export interface Quote extends Span {
  readonly inner: Span
  /** False where the closing mark is missing; the quote then reaches to the end of the text. */
  readonly closed: boolean
}

/** What may close a quote that was opened by a mark. Authors mix them: “…" and ”…” are common. */
const closers: Readonly<Record<string, string>> = {
  '“': '”"“',
  '”': '”"',
  '„': '“”"',
  '"': '"”“',
  '＂': '＂',
  '「': '」',
  '『': '』',
  '«': '»',
  '‘': '’',
  "'": "'’"
}

/** Finds the quotes of a text from left to right; a quote inside a quote is part of the outer one. */
export function findQuotes(text: string): Quote[] {
  const quotes: Quote[] = []
  const blind = new Set<string>()
  let at = 0
  while (at < text.length) {
    const mark = text[at]!
    const closing = closers[mark]
    if (!closing || blind.has(mark) || !opensAt(text, at)) {
      at++
      continue
    }
    const close = findClose(text, at + 1, closing, mark)
    if (close < 0 && isSingle(mark) && text.slice(0, at).trim() !== '') {
      blind.add(mark)
      at++
      continue
    }
    const end = close < 0 ? text.length : close + 1
    quotes.push({ start: at, end, inner: { start: at + 1, end: close < 0 ? end : close }, closed: close >= 0 })
    at = end
  }
  return quotes
}

/** True where a text opens a quote that it does not close. */
export function endsInQuote(text: string): boolean {
  return findQuotes(text).at(-1)?.closed === false
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === '‘'
}

/** An apostrophe opens nothing, and neither does an inch mark. */
function opensAt(text: string, at: number): boolean {
  const mark = text[at]!
  const before = text[at - 1] ?? ' '
  const after = text[at + 1] ?? ' '
  if (mark === "'") return /[\s:：(（[/,、]/u.test(before) && /[\p{L}\p{N}<[{$]/u.test(after)
  if (mark === '”') return at === 0 || /[\s:：]/u.test(before)
  if (mark === '"') return !/\d/.test(before) && !/\s/u.test(after)
  return true
}

function findClose(text: string, from: number, closing: string, mark: string): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const char = text[at]!
    if (mark === '「' && char === '「') depth++
    if (!closing.includes(char)) continue
    if (depth > 0) depth--
    else if (!isSingle(mark) || endsWordAt(text, at)) {
      if (char !== '“' || mark === '„' || /[\s\p{P}]|^$/u.test(text[at + 1] ?? '')) return at
    }
  }
  return -1
}

function endsWordAt(text: string, at: number): boolean {
  return !/\s/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
}

const han = /\p{Script=Han}/gu
const person =
  /\b(?:i|i['’]\w+|we|we['’]\w+|you|you['’]\w+|your|my|me|us|our|he|she|they|it['’]s|that['’]s|there['’]s|let['’]s|please|hello|hi|thanks?|sorry|yes|no)\b/i
const verb =
  /\b(?:is|are|was|were|be|am|will|would|can|could|may|must|should|do|does|did|has|have|had|['’](?:s|re|ll|ve|d|m)|pay|call|calling|calls|send|go|get|see|take|know|need|want|come|coming|lives?|owes?|stop|dispute)\b/i

/** Whether quoted words are speech; a short run without a verb is a term (`"Yes"`, `"POS"`). */
export function isSpeech(words: string): boolean {
  const hanCount = words.match(han)?.length ?? 0
  if (hanCount > 0) return hanCount >= 7 || (hanCount >= 4 && /[您你妳我們们咱]|[。！？!?]$/u.test(words.trim()))
  const count = words.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
  if (count >= 6) return true
  if (count >= 4) return person.test(words) || verb.test(words) || /[.!?]$/.test(words.trim())
  return count >= 2 && /[.!?]$/.test(words.trim()) && (person.test(words) || verb.test(words))
}
