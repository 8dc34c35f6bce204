import type { Diagnostic } from '../diagnostic/index.ts'
import type { ReportLocale } from './wording.ts'

/** A diagnostic that the script excuses, with the reason it gives. */
export interface ExcusedDiagnostic {
  readonly diagnostic: Diagnostic
  readonly reason: string
}

/** What a run has to say about one file. */
export interface ReportedFile {
  /** As the user should see it. */
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly suppressed: readonly ExcusedDiagnostic[]
}

export interface ReportOptions {
  /** As chalk counts: 0 is plain, 1 has 16 colours. The report never looks at the terminal itself. */
  readonly colorLevel: 0 | 1 | 2 | 3
  readonly locale: ReportLocale
  /** Says under each finding which words met which concepts. */
  readonly explain: boolean
}

/** Diagnostics as text. A report neither drops nor reorders; the same input gives the same bytes. */
export type Report = (files: readonly ReportedFile[], options: ReportOptions) => string
