import type { ChalkInstance } from 'chalk'
import { Chalk } from 'chalk'
import type { Diagnostic } from '../diagnostic/index.ts'
import { countFiles } from './count.ts'
import { displayWidth } from './display-width.ts'
import { plainLine, visible } from './plain-line.ts'
import type { ReportedFile, ReportOptions } from './report.ts'
import { wording } from './wording.ts'

/**
 * ESLint's layout, byte for byte where both can say the same, so that problem matchers and eyes that know it
 * work at once. Where it differs: cells are padded by display width, so that Chinese rows line up; there is
 * a third severity; and the closing line counts what is excused. A run with nothing to say prints nothing.
 */
export function stylish(files: readonly ReportedFile[], options: ReportOptions): string {
  const counts = countFiles(files)
  const problems = counts.errors + counts.warnings + counts.infos
  if (problems + counts.excused === 0) return ''
  const paint = new Chalk({ level: options.colorLevel })
  const blocks = files.filter(file => file.diagnostics.length > 0).map(file => fileBlock(file, options, paint))
  const mark = problems > 0 ? '\u2716' : '\u2714'
  const color = counts.errors ? paint.red : problems > 0 ? paint.yellow : paint.green
  return `\n${blocks.join('')}${color.bold(`${mark} ${wording[options.locale].summary(counts)}`)}\n\n`
}

function fileBlock({ path, diagnostics }: ReportedFile, options: ReportOptions, paint: ChalkInstance): string {
  const rows = diagnostics.map(toRow)
  const widths = {
    line: widest(rows, row => row.line.length),
    column: widest(rows, row => row.column.length),
    severity: widest(rows, row => row.severity.length),
    message: widest(rows, row => row.width)
  }
  const lines = rows.map(row => {
    const place = paint.dim(`${row.line}:${row.column}`)
    const cells = [
      `${' '.repeat(widths.line - row.line.length)}${place}${' '.repeat(widths.column - row.column.length)}`,
      severityColor(row.severity, paint) + ' '.repeat(widths.severity - row.severity.length),
      row.message + ' '.repeat(widths.message - row.width),
      paint.dim(row.ruleId)
    ]
    const main = `  ${cells.join('  ')}`
    return options.explain ? [main, ...explanationLines(row.diagnostic, options, paint)].join('\n') : main
  })
  return `${paint.underline(visible(path))}\n${lines.join('\n')}\n\n`
}

/** A loop, since a call with an argument for each row would overflow the stack. */
function widest(rows: readonly Row[], widthOf: (row: Row) => number): number {
  return rows.reduce((most, row) => Math.max(most, widthOf(row)), 0)
}

interface Row {
  readonly diagnostic: Diagnostic
  readonly line: string
  readonly column: string
  readonly severity: Diagnostic['severity']
  readonly message: string
  readonly width: number
  readonly ruleId: string
}

function toRow(diagnostic: Diagnostic): Row {
  const message = plainLine(diagnostic.message).replace(/([^ ])\.$/, '$1')
  return {
    diagnostic,
    line: `${diagnostic.start.line}`,
    column: `${diagnostic.start.column}`,
    severity: diagnostic.severity,
    message,
    width: displayWidth(message),
    ruleId: plainLine(diagnostic.ruleId)
  }
}

function severityColor(severity: Diagnostic['severity'], paint: ChalkInstance): string {
  return { error: paint.red, warning: paint.yellow, info: paint.blue }[severity](severity)
}

/** Indented deeper than any row and without a place in front, so that no problem matcher takes it for one. */
function explanationLines({ explanation }: Diagnostic, options: ReportOptions, paint: ChalkInstance): string[] {
  if (!explanation) return []
  const words = wording[options.locale]
  const matched = explanation.matched.map(({ concept, text }) => `“${plainLine(text)}” → ${plainLine(concept)}`)
  return [
    `      ${words.because} ${plainLine(explanation.pattern)} (${words.stance}: ${explanation.stance})`,
    ...matched.map(line => `        ${line}`)
  ].map(line => paint.dim(line))
}
