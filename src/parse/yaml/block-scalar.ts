import type { CST } from 'yaml'
import { decodedText, type SpokenText, verbatimText } from '../../source/index.ts'

/** One line of a block scalar: its leading spaces, its text, and the file offsets of both. */
interface Line {
  readonly start: number
  readonly indent: number
  readonly text: string
  /** Offset of the line break, or of the end of the file. */
  readonly end: number
  readonly breakLength: number
  /** False for `\r\n` and at the end of the file. */
  readonly hasPlainBreak: boolean
}

/** The text of a `|` or `>` scalar; `offset` is where its first line starts in the file. */
export function* blockPieces(token: CST.BlockScalar, offset: number): Generator<SpokenText> {
  const header = readHeader(token)
  const lines = splitLines(token.source, offset)
  let bodyEnd = lines.findLastIndex(line => line.text !== '') + 1
  if (bodyEnd === 0) {
    if (header.chomp === '+' && lines.length > 0) {
      for (const line of lines.slice(0, Math.max(1, lines.length - 1))) yield lineFeed(line)
    }
    return
  }
  const bodyStart = lines.findIndex(line => line.text !== '')
  const indent = header.indent > 0 ? token.indent + header.indent : lines[bodyStart]!.indent
  // Trailing lines of nothing but spaces are text where they are indented more than the text.
  for (let at = bodyEnd; at < lines.length; at++) if (lines[at]!.indent > indent) bodyEnd = at + 1

  for (const line of lines.slice(0, bodyStart)) {
    yield spaces(line, indent)
    yield lineFeed(line)
  }
  const body = lines.slice(bodyStart, bodyEnd)
  yield* header.folds ? foldedPieces(body, indent) : literalPieces(body, indent)
  if (header.chomp === '-') return
  yield lineFeed(lines[bodyEnd - 1]!)
  if (header.chomp !== '+') return
  for (const line of lines.slice(bodyEnd, -1)) yield lineFeed(line)
}

function* literalPieces(lines: readonly Line[], indent: number): Generator<SpokenText> {
  for (const [at, line] of lines.entries()) {
    if (at > 0) yield lineFeed(lines[at - 1]!)
    yield spaces(line, indent)
    yield textOf(line)
  }
}

/** One break between two lines of text is a space; around lines indented more, breaks are kept. */
function* foldedPieces(lines: readonly Line[], indent: number): Generator<SpokenText> {
  let separator = ''
  let emptyLines = ''
  let wasIndented = false
  let from = 0
  for (const line of lines) {
    const isIndented = line.indent > indent || line.text.startsWith('\t')
    if (isIndented) {
      if (separator === ' ') separator = '\n'
      else if (!wasIndented && separator === '\n') separator = '\n\n'
    } else if (line.text === '') {
      if (separator === '\n') emptyLines += '\n'
      separator = '\n'
      continue
    }
    const start = line.start + Math.min(line.indent, indent)
    yield decodedText(emptyLines + separator, { start: from, end: start })
    yield spaces(line, indent)
    yield textOf(line)
    separator = isIndented ? '\n' : ' '
    emptyLines = ''
    wasIndented = isIndented
    from = line.end
  }
}

function textOf(line: Line): SpokenText {
  return verbatimText(line.text, line.start + line.indent)
}

function spaces(line: Line, indent: number): SpokenText {
  return verbatimText(' '.repeat(Math.max(0, line.indent - indent)), line.start + indent)
}

function lineFeed(line: Line): SpokenText {
  return line.hasPlainBreak
    ? verbatimText('\n', line.end)
    : decodedText('\n', { start: line.end, end: line.end + line.breakLength })
}

function readHeader(token: CST.BlockScalar): { folds: boolean; chomp: string; indent: number } {
  const first = token.props[0]
  const source = first && 'source' in first ? first.source : ''
  let indent = 0
  let chomp = ''
  for (const char of source.slice(1)) {
    if (chomp === '' && (char === '-' || char === '+')) chomp = char
    else if (indent === 0) indent = Number(char) || 0
  }
  return { folds: source.startsWith('>'), chomp, indent }
}

function splitLines(source: string, offset: number): Line[] {
  if (source === '') return []
  const lines: Line[] = []
  for (let at = 0; at <= source.length; ) {
    const newline = source.indexOf('\n', at)
    const stop = newline < 0 ? source.length : newline
    let textStart = at
    while (textStart < stop && source[textStart] === ' ') textStart++
    const end = stop > textStart && source[stop - 1] === '\r' ? stop - 1 : stop
    lines.push({
      start: offset + at,
      indent: textStart - at,
      text: source.slice(textStart, end),
      end: offset + end,
      breakLength: stop - end + (newline < 0 ? 0 : 1),
      hasPlainBreak: newline === end
    })
    at = newline < 0 ? source.length + 1 : newline + 1
  }
  return lines
}
