import type { Span } from '../source/index.ts'

/** No script needs more; the Markdown parser's time grows with the cube of the nesting. */
const mostMarks = 24
const mostColumns = 80

/** A text that can be parsed in bounded time, of the same length, and where it had to be changed. */
export interface Bounded {
  readonly text: string
  readonly tooDeep: readonly Span[]
}

/**
 * Takes the meaning from list and quote marks, and from indents, that stand too deep. Each such
 * character becomes a letter in the copy that is parsed, so that all offsets hold; the text itself
 * is read from the original.
 */
export function boundNesting(text: string): Bounded {
  const pieces: string[] = []
  const tooDeep: Span[] = []
  let from = 0
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const { limit, end } = measure(text, at)
    if (limit === end) continue
    pieces.push(text.slice(from, limit), 'x'.repeat(end - limit))
    tooDeep.push({ start: limit, end })
    from = end
  }
  pieces.push(text.slice(from))
  const bounded = from === 0 ? text : pieces.join('')
  return { text: bounded.replaceAll(longRun, run => 'x'.repeat(run.length)), tooDeep }
}

/** Emphasis in emphasis in emphasis; as a line of its own it is a rule, which the reader knows as well. */
const longRun = /[*_]{40,}/g

/** Where the marks of a line end, and where those within bounds do. */
function measure(text: string, start: number): { limit: number; end: number } {
  let at = start
  let columns = 0
  let marks = 0
  let limit = -1
  for (;;) {
    const isWithin = marks <= mostMarks && columns <= mostColumns
    if (!isWithin && limit < 0) limit = at
    const char = text[at]
    if (char === ' ' || char === '\t') {
      columns += char === '\t' ? 4 : 1
      at++
      continue
    }
    const length = markLength(text, at)
    if (length === 0) break
    marks++
    at += length
  }
  return { limit: limit < 0 ? at : limit, end: at }
}

/** The length of the list or quote mark at an offset; 0 where there is none. */
function markLength(text: string, at: number): number {
  const char = text[at]
  if (char === '>') return 1
  let end = at
  if (char === '-' || char === '*' || char === '+') end++
  else {
    while (end < at + 9 && text[end]! >= '0' && text[end]! <= '9') end++
    if (end === at || (text[end] !== '.' && text[end] !== ')')) return 0
    end++
  }
  return text[end] === ' ' || text[end] === '\t' ? end - at : 0
}

function nextLine(text: string, at: number): number {
  let end = at
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end + 1
}
