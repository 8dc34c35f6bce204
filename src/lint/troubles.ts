import type { Diagnostic, Severity, Trouble, TroubleCode } from '../diagnostic/index.ts'
import type { Locale } from '../rule/index.ts'
import type { SourceFile } from '../source/index.ts'
import { ownDiagnostic } from './own-diagnostic.ts'
import { troubleTexts } from './texts.ts'

const mild: Readonly<Partial<Record<TroubleCode, Severity>>> = { 'empty-script': 'warning', 'not-utf8': 'warning' }

/** Trouble in the input as a diagnostic: it is reported like any finding and never stops a run. */
export function troubleDiagnostic({ code, span, data = {} }: Trouble, file: SourceFile, locale: Locale): Diagnostic {
  const severity = mild[code] ?? 'error'
  const diagnostic = ownDiagnostic(
    { group: 'format', code, severity, texts: troubleTexts[code], data, span },
    file,
    locale
  )
  return severity === 'error' ? { ...diagnostic, fatal: true } : diagnostic
}
