import { displayWidth } from './display-width.ts'
import { plainLine } from './plain-line.ts'

/** Rows as lines, cells padded by what they take on the screen, two blanks between. */
export function table(rows: readonly (readonly string[])[]): string {
  const clean = rows.map(row => row.map(cell => plainLine(cell)))
  const widths: number[] = []
  for (const row of clean) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, displayWidth(cell))
  }
  const lines = clean.map(row =>
    row
      .map((cell, at) => cell + ' '.repeat(widths[at]! - displayWidth(cell)))
      .join('  ')
      .trimEnd()
  )
  return lines.map(line => `${line}\n`).join('')
}
