import type { Diagnostic, Severity, Trouble, TroubleCode } from '../diagnostic/index.ts'
import type { Locale } from '../rule/index.ts'
import type { SourceFile } from '../source/index.ts'
import { positionAt } from '../source/index.ts'
import { fillMessage } from './message.ts'
import { troubleTexts } from './texts.ts'

const mild: Readonly<Partial<Record<TroubleCode, Severity>>> = { 'empty-script': 'warning', 'not-utf8': 'warning' }

/** Trouble in the input as a diagnostic: it is reported like any finding and never stops a run. */
export function troubleDiagnostic({ code, span, data }: Trouble, file: SourceFile, locale: Locale): Diagnostic {
  const severity = mild[code] ?? 'error'
  return {
    ruleId: `format/${code}`,
    messageId: code,
    category: 'format',
    pack: 'format',
    severity,
    evaluability: 'text',
    message: fillMessage(troubleTexts[code][locale], data ?? {}),
    span,
    start: positionAt(file, span.start),
    end: positionAt(file, span.end),
    references: [],
    ...(severity === 'error' && { fatal: true })
  }
}
