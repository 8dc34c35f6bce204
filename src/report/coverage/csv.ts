import { plainLine } from '../plain-line.ts'
import type { CoverageReport } from './covered-file.ts'

/**
 * For spreadsheets (RFC 4180): one row for each piece of evidence, and one without any where there is none. The names are those of
 * the JSON, in every language.
 */
export const coverageCsv: CoverageReport = files => {
  const rows = [['file', 'disclosure', 'status', 'line', 'column', 'text']]
  for (const { shownPath, disclosures } of files) {
    for (const { category, status, evidence } of disclosures) {
      if (evidence.length === 0) rows.push([shownPath, category, status, '', '', ''])
      for (const { line, column, text } of evidence)
        rows.push([shownPath, category, status, `${line}`, `${column}`, plainLine(text)])
    }
  }
  return rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A cell that a spreadsheet would take for a formula gets a quote mark in front, which it shows as text. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
