import type { Span } from './span.ts'

/**
 * A run of decoded text and the run of source it came from. Where `decoded` is false both runs are
 * equal, character for character; where it is true the run is one piece (an escape, an entity, a
 * line break with its indent) that has no inside to point at.
 */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly decoded: boolean
}

/**
 * Decoded text plus the way back to the source it came from. Segments are sorted, do not overlap
 * and cover all of `value`; between two of them the source may hold markup that is not text.
 */
export interface SpokenText {
  readonly value: string
  readonly segments: readonly Segment[]
}

export const emptyText: SpokenText = { value: '', segments: [] }

/** Text that stands in the source exactly as it is read. */
export function verbatimText(value: string, sourceStart: number): SpokenText {
  if (value === '') return emptyText
  const end = value.length
  return { value, segments: [{ start: 0, end, sourceStart, sourceEnd: sourceStart + end, decoded: false }] }
}

/** Text that the source spells in another way: an escape, an entity, a folded line break. */
export function decodedText(value: string, source: Span): SpokenText {
  if (value === '') return emptyText
  return {
    value,
    segments: [{ start: 0, end: value.length, sourceStart: source.start, sourceEnd: source.end, decoded: true }]
  }
}

/** Collects pieces into one text, in linear time. */
export function concatText(pieces: Iterable<SpokenText>): SpokenText {
  const values: string[] = []
  const segments: Segment[] = []
  let length = 0
  for (const piece of pieces) {
    for (const segment of piece.segments) append(segments, shift(segment, length))
    values.push(piece.value)
    length += piece.value.length
  }
  return length === 0 ? emptyText : { value: values.join(''), segments }
}

/** The part of a text between two offsets of its value. */
export function sliceText(text: SpokenText, start: number, end: number = text.value.length): SpokenText {
  const from = Math.max(0, start)
  const to = Math.min(end, text.value.length)
  if (from >= to) return emptyText
  const segments: Segment[] = []
  for (let at = segmentAt(text, from); at < text.segments.length; at++) {
    const segment = text.segments[at]!
    if (segment.start >= to) break
    segments.push(shift(cut(segment, from, to), -from))
  }
  return { value: text.value.slice(from, to), segments }
}

/** The text without white space at its ends. */
export function trimText(text: SpokenText): SpokenText {
  const start = text.value.length - text.value.trimStart().length
  return sliceText(text, start, text.value.trimEnd().length)
}

/**
 * Leads a text that was read out of another text back to the file: `inner` points into
 * `outer.value`, the result points where `outer` points. (A prompt written in Markdown inside a
 * YAML string is decoded twice.)
 */
export function composeText(inner: SpokenText, outer: SpokenText): SpokenText {
  const segments: Segment[] = []
  for (const segment of inner.segments) {
    if (segment.decoded) {
      const span = toSource(outer, segment.sourceStart, segment.sourceEnd)
      segments.push({ ...segment, sourceStart: span.start, sourceEnd: span.end })
      continue
    }
    const piece = sliceText(outer, segment.sourceStart, segment.sourceEnd)
    for (const part of piece.segments) append(segments, shift(part, segment.start))
  }
  return { value: inner.value, segments }
}

/** The span of source that a span of decoded text came from. An empty span leads to an empty span. */
export function toSource(text: SpokenText, start: number, end: number): Span {
  const { segments } = text
  if (segments.length === 0) return { start: 0, end: 0 }
  const first = segments[Math.min(segmentAt(text, start), segments.length - 1)]!
  const from =
    first.decoded || start < first.start
      ? first.sourceStart
      : first.sourceStart + Math.min(start, first.end) - first.start
  if (end <= start) return { start: from, end: from }
  const last = segments[Math.min(segmentAt(text, end - 1), segments.length - 1)]!
  const to = last.decoded ? last.sourceEnd : last.sourceStart + Math.min(end, last.end) - last.start
  return { start: from, end: Math.max(from, to) }
}

/** Index of the segment that holds an offset of the value, or of the first one after it. */
function segmentAt(text: SpokenText, offset: number): number {
  let low = 0
  let high = text.segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (text.segments[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function cut(segment: Segment, from: number, to: number): Segment {
  const start = Math.max(segment.start, from)
  const end = Math.min(segment.end, to)
  if (segment.decoded) return { ...segment, start, end }
  const delta = segment.sourceStart - segment.start
  return { start, end, sourceStart: start + delta, sourceEnd: end + delta, decoded: false }
}

function shift(segment: Segment, by: number): Segment {
  return by === 0 ? segment : { ...segment, start: segment.start + by, end: segment.end + by }
}

/** Adjoining verbatim segments become one, so that texts stay short however they were put together. */
function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1)
  const joins =
    last && !last.decoded && !segment.decoded && last.end === segment.start && last.sourceEnd === segment.sourceStart
  if (joins) segments[segments.length - 1] = { ...last, end: segment.end, sourceEnd: segment.sourceEnd }
  else segments.push(segment)
}
