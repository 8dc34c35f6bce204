import type { Diagnostic } from '../diagnostic/index.ts'
import { harmlessJson } from './plain-line.ts'
import type { ExcusedDiagnostic, ReportedFile, ReportOptions } from './report.ts'

/**
 * ESLint's result shape, with what only a call script has beside it. `info` is severity 3, so that readers
 * who know 1 and 2 only do not take it for an error; it is in no count but `infoCount`.
 */
export function json(files: readonly ReportedFile[], options: ReportOptions): string {
  const results = files.map(file => toResult(file, options))
  return harmlessJson(results)
}

const numbers = { error: 2, warning: 1, info: 3 } as const

function toResult({ path, diagnostics, suppressed }: ReportedFile, options: ReportOptions) {
  const count = (severity: Diagnostic['severity']) => diagnostics.filter(one => one.severity === severity).length
  return {
    filePath: path,
    messages: diagnostics.map(diagnostic => toMessage(diagnostic, options)),
    suppressedMessages: suppressed.map(excused => toSuppressed(excused, options)),
    errorCount: count('error'),
    fatalErrorCount: diagnostics.filter(one => one.fatal && one.severity === 'error').length,
    warningCount: count('warning'),
    infoCount: count('info'),
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: []
  }
}

function toMessage(diagnostic: Diagnostic, options: ReportOptions) {
  const { start, end, path, related, advice, explanation, fatal } = diagnostic
  return {
    ruleId: diagnostic.ruleId,
    severity: numbers[diagnostic.severity],
    severityName: diagnostic.severity,
    ...(fatal && { fatal }),
    message: diagnostic.message,
    messageId: diagnostic.messageId,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    category: diagnostic.category,
    pack: diagnostic.pack,
    evaluability: diagnostic.evaluability,
    references: diagnostic.references,
    ...(path && { path }),
    ...(advice && { advice }),
    ...(related && {
      related: related.map(place => ({
        message: place.message,
        line: place.start.line,
        column: place.start.column,
        endLine: place.end.line,
        endColumn: place.end.column
      }))
    }),
    ...(options.explain && explanation && { explanation })
  }
}

function toSuppressed({ diagnostic, reason }: ExcusedDiagnostic, options: ReportOptions) {
  return { ...toMessage(diagnostic, options), suppressions: [{ kind: 'directive', justification: reason }] }
}
