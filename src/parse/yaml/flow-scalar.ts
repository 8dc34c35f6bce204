import { decodedText, type SpokenText, verbatimText } from '../../source/index.ts'

/** A scalar without quotes; its line breaks fold. `offset` is where `source` starts in the file. */
export function plainPieces(source: string, offset: number): Generator<SpokenText> {
  return unfold(source, offset, function* (start, end) {
    yield verbatimText(source.slice(start, end), offset + start)
  })
}

/** A scalar in single quotes, where `''` stands for one quote. */
export function singleQuotedPieces(source: string, offset: number): Generator<SpokenText> {
  const inner = source.slice(1, -1)
  const base = offset + 1
  return unfold(inner, base, function* (start, end) {
    let from = start
    for (let at = inner.indexOf("''", start); at >= 0 && at + 1 < end; at = inner.indexOf("''", at + 2)) {
      yield verbatimText(inner.slice(from, at), base + from)
      yield decodedText("'", { start: base + at, end: base + at + 2 })
      from = at + 2
    }
    yield verbatimText(inner.slice(from, end), base + from)
  })
}

/**
 * Folds the lines of a text: one break is a space, more are one fewer line feeds. White space
 * around a break is dropped, but not before the first line and not after the last.
 */
function* unfold(
  source: string,
  base: number,
  content: (start: number, end: number) => Iterable<SpokenText>
): Generator<SpokenText> {
  let contentEnd = -1
  let emptyLines = 0
  for (let lineStart = 0; lineStart <= source.length; ) {
    const newline = source.indexOf('\n', lineStart)
    const isFirst = lineStart === 0
    const isLast = newline < 0
    let start = lineStart
    let end = isLast ? source.length : newline
    if (!isLast && end > start && source[end - 1] === '\r') end--
    if (!isLast) end = trimEnd(source, start, end)
    if (!isFirst) start = skipBlanks(source, start, end)
    lineStart = isLast ? source.length + 1 : newline + 1
    if (start === end && !isFirst && !isLast) {
      emptyLines++
      continue
    }
    if (!isFirst) yield decodedText(fold(emptyLines), { start: base + contentEnd, end: base + start })
    yield* content(start, end)
    contentEnd = end
    emptyLines = 0
  }
}

function fold(emptyLines: number): string {
  return emptyLines === 0 ? ' ' : '\n'.repeat(emptyLines)
}

/** A scalar in double quotes, with escapes; its line breaks fold unless a backslash stands before them. */
export function* doubleQuotedPieces(source: string, offset: number): Generator<SpokenText> {
  const end = source.length - 1
  const decoded = (value: string, from: number, to: number) =>
    decodedText(value, { start: offset + from, end: offset + to })
  const verbatim = (from: number, to: number) => verbatimText(source.slice(from, to), offset + from)
  let from = 1
  let at = 1
  while (at < end) {
    const char = source[at]!
    if (isBlank(char)) {
      const next = skipBlanks(source, at, source.length)
      if (breakLength(source, next) > 0) {
        yield verbatim(from, at)
        from = next
      }
      at = next
    } else if (breakLength(source, at) > 0) {
      yield verbatim(from, at)
      const next = skipBreaks(source, at)
      yield decoded(next.breaks > 1 ? '\n'.repeat(next.breaks - 1) : ' ', at, next.end)
      from = at = next.end
    } else if (char === '\\') {
      yield verbatim(from, at)
      const found = readEscape(source, at)
      yield found.value === undefined ? verbatim(at, found.end) : decoded(found.value, at, found.end)
      from = at = found.end
    } else {
      at++
    }
  }
  yield verbatim(from, Math.max(from, end))
}

/** What an escape stands for, and where it ends; no value where it is no valid escape. */
function readEscape(source: string, at: number): { value?: string; end: number } {
  const char = source[at + 1] ?? ''
  const named = escapes[char]
  if (named !== undefined) return { value: named, end: at + 2 }
  const lineBreak = breakLength(source, at + 1)
  if (lineBreak > 0) return { value: '', end: skipBlanks(source, at + 1 + lineBreak, source.length) }
  const length = codeLengths[char]
  if (length === undefined) return { end: Math.min(at + 2, source.length) }
  const end = at + 2 + length
  const digits = source.slice(at + 2, end)
  const code = digits.length === length && /^[0-9a-fA-F]+$/.test(digits) ? Number.parseInt(digits, 16) : Number.NaN
  return code <= 0x10ffff ? { value: String.fromCodePoint(code), end } : { end: Math.min(end, source.length) }
}

const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t'
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}

function skipBlanks(source: string, from: number, end: number): number {
  let at = from
  while (at < end && isBlank(source[at])) at++
  return at
}

function trimEnd(source: string, start: number, end: number): number {
  let at = end
  while (at > start && isBlank(source[at - 1])) at--
  return at
}

function breakLength(source: string, at: number): number {
  if (source[at] === '\n') return 1
  return source[at] === '\r' && source[at + 1] === '\n' ? 2 : 0
}

function skipBreaks(source: string, from: number): { breaks: number; end: number } {
  let breaks = 0
  let at = from
  for (;;) {
    const length = breakLength(source, at)
    if (length > 0) breaks++
    else if (!isBlank(source[at])) return { breaks, end: at }
    at += Math.max(1, length)
  }
}
