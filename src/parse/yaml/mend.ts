/** A text whose marks that YAML misreads are hidden behind characters that mean nothing to it. */
export interface MendedText {
  readonly text: string
  /** Puts the marks back. */
  readonly restore: (value: string) => string
}

/** Marks that begin something else than text: `agent: {{name}} speaking`, `agent: "Hello" she said`. */
const marks = '{[*&!|>@%`"\'?-,]}#:'
const firstStandIn = 0xe000
const standIns = new RegExp(
  `[\\u{${firstStandIn.toString(16)}}-\\u{${(firstStandIn + marks.length - 1).toString(16)}}]`,
  'gu'
)
const valueLine = /^(?:[ \t]*(?:- +)*(?:[^\s"'#{}[\],:-][^:\n]*:[ \t]+|(?<=- +)))(?=\S)/u

/**
 * Hides the marks on lines that YAML cannot read, so that what their author meant is read all the
 * same. One character stands for one, so that all offsets hold. Nothing to mend is undefined.
 */
export function mendLines(text: string, offsets: readonly number[]): MendedText | undefined {
  if (text.search(standIns) >= 0) return undefined
  const pieces: string[] = []
  let from = 0
  for (const [start, end] of linesAt(text, offsets)) {
    const line = text.slice(start, end)
    const head = valueLine.exec(line)?.[0].length
    const mended = head === undefined ? line : line.slice(0, head) + hideMarks(line.slice(head))
    pieces.push(text.slice(from, start), mended)
    from = end
  }
  pieces.push(text.slice(from))
  const mended = pieces.join('')
  return mended === text ? undefined : { text: mended, restore }
}

function hideMarks(value: string): string {
  const closed = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/u.test(value)
  const isCollection = /^(?:\{.*\}|\[.*\]),?\s*$/u.test(value) && !value.startsWith('{{')
  if (closed || isCollection || /^[|>][-+\d]*\s*(?:#.*)?$/u.test(value)) return value
  const hidden = marks.includes(value[0]!) ? standInOf(value[0]!) + value.slice(1) : value
  return hidden.replaceAll(/:(?=\s)/gu, standInOf(':'))
}

function standInOf(mark: string): string {
  return String.fromCodePoint(firstStandIn + marks.indexOf(mark))
}

function restore(value: string): string {
  return value.replaceAll(standIns, char => marks[char.codePointAt(0)! - firstStandIn]!)
}

/** The lines that the offsets stand on, each once and in order. */
function linesAt(text: string, offsets: readonly number[]): (readonly [number, number])[] {
  const lines: (readonly [number, number])[] = []
  let last = -1
  for (const offset of offsets.toSorted((a, b) => a - b)) {
    if (offset <= last) continue
    const start = text.lastIndexOf('\n', offset - 1) + 1
    const newline = text.indexOf('\n', offset)
    last = newline < 0 ? text.length : newline
    if (start >= (lines.at(-1)?.[1] ?? 0)) lines.push([start, last])
  }
  return lines
}
