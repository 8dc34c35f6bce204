import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { SpokenText } from '../source/index.ts'
import { concatText, decodedText, verbatimText } from '../source/index.ts'

const punctuation = /[!-/:-@[-`{-~]/
const reference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([\da-zA-Z]{1,31}));/y
const lineEnd = /[ \t]*(?:\r\n|\n|\r)/y

/**
 * Reads a run of Markdown text as Markdown does: escapes, character references, line breaks with the
 * indent and the `>` marks of the containers around them. A line break becomes one `\n`.
 * `quotes` is the number of block quotes around the text; no line begins with more marks than that.
 */
export function decodeText(source: string, start: number, end: number, quotes: number): SpokenText {
  const pieces: SpokenText[] = []
  let from = start
  const replace = (at: number, to: number, value: string) => {
    pieces.push(verbatimText(source.slice(from, at), from), decodedText(value, { start: at, end: to }))
    from = to
  }
  let at = start
  while (at < end) {
    const char = source[at]!
    if (char === '\\' && at + 1 < end && punctuation.test(source[at + 1]!)) replace(at, at + 2, source[at + 1]!)
    else if (char === '&') replaceReference(source, at, end, replace)
    else if (char === '\0') replace(at, at + 1, '\uFFFD')
    else if (char === '\n' || char === '\r' || char === ' ' || char === '\t') {
      const past = skipLineEnd(source, at, end, quotes)
      if (past > at) replace(at, past, '\n')
      else at = Math.max(at, blanksEnd(source, at, end) - 1)
    }
    at = Math.max(at + 1, from)
  }
  pieces.push(verbatimText(source.slice(from, end), from))
  return concatText(pieces)
}

/** Reads `code` between its ticks: nothing is decoded but line breaks, which become spaces. */
export function decodeCode(source: string, start: number, end: number, quotes: number): SpokenText {
  let ticks = 0
  while (source[start + ticks] === '`') ticks++
  let from = start + ticks
  let to = end - ticks
  const inner = source.slice(from, to)
  if (/^[ \r\n]/.test(inner) && /[ \r\n]$/.test(inner) && /[^ \r\n]/.test(inner)) {
    from++
    to--
  }
  const pieces: SpokenText[] = []
  let piece = from
  for (let at = from; at < to; ) {
    const past = skipLineEnd(source, at, to, quotes)
    if (past > at) {
      pieces.push(verbatimText(source.slice(piece, at), piece), decodedText(' ', { start: at, end: past }))
      piece = past
      at = past
    } else at = source[at] === ' ' || source[at] === '\t' ? blanksEnd(source, at, to) : at + 1
  }
  pieces.push(verbatimText(source.slice(piece, to), piece))
  return concatText(pieces)
}

/**
 * Reads the lines of a fence: `value` as the Markdown parser gives it, line by line at the end of the
 * source lines from `start` on, since only what stands before a line is ever taken off. `parsed` is what
 * the parser was given, where that is a copy.
 */
export function decodeFence(source: string, start: number, value: string, parsed: string = source): SpokenText {
  const pieces: SpokenText[] = []
  let at = start
  for (const [number, line] of value.split(/\r\n|\n|\r/).entries()) {
    const lineStart = nextLine(source, at)
    if (number > 0) pieces.push(decodedText('\n', { start: at, end: lineStart }))
    at = lineEndAt(source, lineStart)
    const from = at - line.length
    const isThere = from >= lineStart && parsed.startsWith(line, from)
    pieces.push(isThere ? verbatimText(source.slice(from, at), from) : decodedText(line, { start: lineStart, end: at }))
  }
  return concatText(pieces)
}

function replaceReference(
  source: string,
  at: number,
  end: number,
  replace: (at: number, to: number, value: string) => void
) {
  reference.lastIndex = at
  const match = reference.exec(source)
  if (!match || at + match[0].length > end) return
  const [all, decimal, hex, name] = match
  const value = name ? decodeNamedCharacterReference(name) : decodeNumber(decimal ?? hex!, decimal ? 10 : 16)
  if (value !== false) replace(at, at + all.length, value)
}

/** As Markdown has it: what is no character becomes the replacement character. */
function decodeNumber(digits: string, base: number): string {
  const code = Number.parseInt(digits, base)
  const isControl = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)
  const isNone = (code > 55_295 && code < 57_344) || (code > 64_975 && code < 65_008) || code > 1_114_111
  return isControl || isNone || (code & 65_535) >= 65_534 ? '\uFFFD' : String.fromCodePoint(code)
}

/** Where the text goes on after a line break at `at` (with the blanks before it); `at` if there is none. */
function skipLineEnd(source: string, at: number, end: number, quotes: number): number {
  lineEnd.lastIndex = at
  const match = lineEnd.exec(source)
  if (!match) return at
  let past = at + match[0].length
  let column = 0
  for (let marks = 0; ; marks++) {
    const blanks = blanksEnd(source, past, end)
    const indent = columnAfter(source, past, blanks, column) - column
    past = blanks
    // Four columns in, a mark is text: it continues the paragraph and opens nothing. One blank after a mark belongs to the mark.
    if (marks === quotes || source[past] !== '>' || indent > (marks === 0 ? 3 : 4)) return Math.min(past, end)
    column += indent + 1
    past++
  }
}

/** The column after some blanks; a tab goes to the next multiple of four. */
function columnAfter(source: string, from: number, to: number, column: number): number {
  let reached = column
  for (let at = from; at < to; at++) reached += source[at] === '\t' ? 4 - (reached % 4) : 1
  return reached
}

function blanksEnd(source: string, at: number, end: number): number {
  let past = at
  while (past < end && (source[past] === ' ' || source[past] === '\t')) past++
  return past
}

function lineEndAt(source: string, at: number): number {
  let end = at
  while (end < source.length && source[end] !== '\n' && source[end] !== '\r') end++
  return end
}

function nextLine(source: string, at: number): number {
  const end = lineEndAt(source, at)
  return source[end] === '\r' && source[end + 1] === '\n' ? end + 2 : Math.min(end + 1, source.length)
}
