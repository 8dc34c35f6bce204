import type { Diagnostic } from '../../src/diagnostic/index.ts'
import type { ReportedFile, ReportOptions } from '../../src/report/index.ts'

export const plain: ReportOptions = { colorLevel: 0, locale: 'en', explain: false }

/** A diagnostic that says nothing special but what it is asked to. */
export function diagnostic(overrides: Partial<Diagnostic> & { line?: number; column?: number } = {}): Diagnostic {
  const { line = 1, column = 1, ...rest } = overrides
  return {
    ruleId: 'core/no-arrest-threat',
    messageId: 'found',
    category: 'threat-arrest',
    pack: 'core',
    severity: 'error',
    evaluability: 'text',
    message: 'Unexpected threat of arrest',
    span: { start: 0, end: 4 },
    start: { line, column },
    end: { line, column: column + 4 },
    references: [],
    ...rest
  }
}

export function reported(
  path: string,
  diagnostics: readonly Diagnostic[],
  suppressed: ReportedFile['suppressed'] = []
): ReportedFile {
  return { path, diagnostics, suppressed }
}
