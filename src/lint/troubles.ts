import type { Diagnostic, Severity, Trouble, TroubleCode } from '../diagnostic/index.ts'
import type { Locale } from '../rule/index.ts'
import type { SourceFile } from '../source/index.ts'
import { ownDiagnostic } from './own-diagnostic.ts'
import { troubleTexts } from './texts.ts'

/** An unread byte may hide a threat, so only an empty file is mild. */
const mild: Readonly<Partial<Record<TroubleCode, Severity>>> = { 'empty-script': 'warning' }

/** What keeps the rest of a file, or some of it, from being read. */
const fatal: ReadonlySet<TroubleCode> = new Set(['too-large', 'too-deep', 'yaml-syntax', 'yaml-alias-bomb'])

/** Trouble in the input as a diagnostic: it is reported like any finding and never stops a run. */
export function troubleDiagnostic({ code, span, data = {} }: Trouble, file: SourceFile, locale: Locale): Diagnostic {
  const severity = mild[code] ?? 'error'
  const diagnostic = ownDiagnostic(
    { group: 'format', code, severity, texts: troubleTexts[code], data, span },
    file,
    locale
  )
  return fatal.has(code) ? { ...diagnostic, fatal: true } : diagnostic
}
