import type { PhrasingContent } from 'mdast'
import type { Span, SpokenText } from '../source/index.ts'
import { composeText, concatText, decodedText, emptyText, sliceText, toSource, verbatimText } from '../source/index.ts'
import { decodeCode, decodeText } from './decode-text.ts'

export type Emphasis = 'strong' | 'emphasis' | 'code'

/** Markup over a run of a line. */
export interface Mark extends Span {
  readonly kind: Emphasis
}

/** One line of a block as it is read, with its markup. */
export interface Line {
  readonly text: SpokenText
  readonly marks: readonly Mark[]
}

/** Where inline content stands. */
export interface InlinePlace {
  /** The text that the parser read; offsets of nodes point into its value. */
  readonly outer: SpokenText
  readonly quotes: number
  readonly onComment: (text: SpokenText) => void
  readonly onCode: (text: SpokenText) => void
}

const htmlTag =
  /^<\/?(?:a|b|i|u|s|em|strong|span|sup|sub|code|small|mark|font|p|div|details|summary|center|kbd|del|ins|br|hr|img|table|tr|td|th|tbody|thead|ul|ol|li|h[1-6])(?:[\s/][^>]*)?>$/i

/** Reads inline content into lines. Markup goes, its reach is kept as marks; comments are handed over. */
export function linesOf(nodes: readonly PhrasingContent[], place: InlinePlace): Line[] {
  const pieces: SpokenText[] = []
  const marks: Mark[] = []
  let length = 0
  const add = (piece: SpokenText) => {
    pieces.push(piece)
    length += piece.value.length
  }
  const todo: (PhrasingContent | (() => void))[] = nodes.toReversed()
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (typeof node === 'function') node()
    else if ('children' in node) {
      const { type } = node
      const start = length
      if (type === 'strong' || type === 'emphasis') todo.push(() => marks.push({ kind: type, start, end: length }))
      for (const child of node.children.toReversed()) todo.push(child)
    } else {
      const start = length
      add(readLeaf(node, place))
      if (node.type === 'inlineCode') marks.push({ kind: 'code', start, end: length })
    }
  }
  const whole = composeText(concatText(pieces), place.outer)
  return splitLines({ text: whole, marks }).map(withoutStrayStars)
}

/** A command, a call or a path, and no words or slot in code marks. */
const isCode = /\w\(|(?:^|\s)--?\w|[=;]|\w[./_]\w+[./_]\w|^[\w-]+\.\w{1,5}$/

function readLeaf(node: PhrasingContent, { outer, quotes, onComment, onCode }: InlinePlace): SpokenText {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const source = outer.value
  switch (node.type) {
    case 'text':
      return decodeText(source, start, end, quotes)
    case 'inlineCode': {
      const text = decodeCode(source, start, end, quotes)
      if (!isCode.test(text.value)) return text
      onCode(sliceText(outer, start, end))
      return emptyText
    }
    case 'break':
      return decodedText('\n', { start, end })
    case 'html': {
      const value = source.slice(start, end)
      if (value.startsWith('<!--')) onComment(sliceText(outer, start, end))
      else if (/^<br/i.test(value)) return decodedText('\n', { start, end })
      else if (!htmlTag.test(value)) return verbatimText(value, start)
      return emptyText
    }
    default:
      return verbatimText(source.slice(start, end), start)
  }
}

/** Cuts a text at its line breaks and trims the lines; blank ones go. */
export function splitLines(line: Line): Line[] {
  const { value } = line.text
  const starts = [0]
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) starts.push(at + 1)
  const marks: Mark[][] = starts.map(() => [])
  for (const mark of line.marks) {
    for (let row = Math.max(0, countBefore(starts, mark.start + 1) - 1); row < starts.length; row++) {
      if (starts[row]! >= mark.end) break
      marks[row]!.push(mark)
    }
  }
  return starts
    .map((start, row) =>
      sliceLine({ text: line.text, marks: marks[row]! }, start, (starts[row + 1] ?? value.length + 1) - 1)
    )
    .filter(piece => piece.text.value !== '')
}

/** The part of a line between two offsets, without white space at its ends. */
export function sliceLine(line: Line, start: number, end: number = line.text.value.length): Line {
  const raw = line.text.value.slice(start, end)
  const from = start + raw.length - raw.trimStart().length
  const to = Math.max(from, start + raw.trimEnd().length)
  const marks: Mark[] = []
  for (const mark of line.marks) {
    if (mark.start < to && mark.end > from)
      marks.push({ kind: mark.kind, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from })
  }
  return { text: sliceText(line.text, from, to), marks }
}

/** Puts lines that are one run of text together again, with a space at each seam. */
export function joinLines(lines: readonly Line[]): Line {
  if (lines.length === 1) return lines[0]!
  const pieces: SpokenText[] = []
  const marks: Mark[] = []
  let length = 0
  for (const [number, line] of lines.entries()) {
    if (number > 0) {
      const before = lines[number - 1]!.text
      const start = toSource(before, 0, before.value.length).end
      const end = toSource(line.text, 0, 0).start
      pieces.push(decodedText(' ', { start, end: Math.max(start, end) }))
      length++
    }
    for (const mark of line.marks) marks.push({ ...mark, start: mark.start + length, end: mark.end + length })
    pieces.push(line.text)
    length += line.text.value.length
  }
  return { text: concatText(pieces), marks }
}

/**
 * Markdown does not take `**坐席：**您好` for bold, since the mark stands between punctuation and a
 * letter; authors do. Pairs of stars that are left in a line count as bold.
 */
function withoutStrayStars(line: Line): Line {
  const stars = [...line.text.value.matchAll(/\*\*/g)].map(match => match.index)
  if (stars.length < 2) return line
  if (stars.length % 2 === 1) stars.pop()
  const pieces: SpokenText[] = []
  const shift = (offset: number) => offset - 2 * countBefore(stars, offset)
  const marks = line.marks.map(mark => ({ ...mark, start: shift(mark.start), end: shift(mark.end) }))
  let from = 0
  for (const [number, at] of stars.entries()) {
    pieces.push(sliceText(line.text, from, at))
    from = at + 2
    if (number % 2 === 1) marks.push({ kind: 'strong', start: shift(stars[number - 1]! + 2), end: shift(at) })
  }
  pieces.push(sliceText(line.text, from))
  return { text: concatText(pieces), marks }
}

function countBefore(sorted: readonly number[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
