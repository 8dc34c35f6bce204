import type { Diagnostic, Severity } from '../diagnostic/index.ts'
import type { Locale, Localised } from '../rule/index.ts'
import type { SourceFile, Span } from '../source/index.ts'
import { positionAt } from '../source/index.ts'
import { fillMessage } from './message.ts'

/** Something that the linter reports of itself, about a file and not about what it says. */
export interface OwnFinding {
  readonly group: 'format' | 'directive'
  readonly code: string
  readonly severity: Severity
  readonly texts: Localised
  readonly data: Readonly<Record<string, string>>
  readonly span: Span
}

export function ownDiagnostic(
  { group, code, severity, texts, data, span }: OwnFinding,
  file: SourceFile,
  locale: Locale
): Diagnostic {
  return {
    ruleId: `${group}/${code}`,
    messageId: code,
    category: 'format',
    pack: group,
    severity,
    evaluability: 'text',
    message: fillMessage(texts[locale], data),
    span,
    start: positionAt(file, span.start),
    end: positionAt(file, span.end),
    references: []
  }
}
