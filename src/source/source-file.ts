import type { Position } from './span.ts'

/** One file as text. A byte order mark is not part of `text`, so it has no offset and no column. */
export interface SourceFile {
  /** As the user should see it. */
  readonly path: string
  readonly text: string
  /** Offset of the first character of each line; `\n`, `\r\n` and a lone `\r` each end a line. */
  readonly lineStarts: readonly number[]
}

const byteOrderMark = '\uFEFF'

/** Makes a `SourceFile` of decoded text; a leading byte order mark is taken off. */
export function createSourceFile(path: string, text: string): SourceFile {
  const body = text.startsWith(byteOrderMark) ? text.slice(1) : text
  return { path, text: body, lineStarts: findLineStarts(body) }
}

/** The position of an offset; an offset beyond the text counts as its end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const at = Math.max(0, Math.min(offset, file.text.length))
  let low = 0
  let high = file.lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (file.lineStarts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: at - file.lineStarts[low]! + 1 }
}

function findLineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    if (code === 10 || code === 13) starts.push(at + 1)
  }
  return starts
}
