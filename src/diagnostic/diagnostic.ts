import type { Position, Span } from '../source/index.ts'
import type { Category } from './category.ts'

/** `off` is a setting, never the severity of a diagnostic. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/**
 * What a rule can decide. `text`: the words decide. `context`: facts outside the script decide, so
 * the finding needs proof and is no certain violation. `judgement`: a person must look.
 */
export const evaluabilities = ['text', 'context', 'judgement'] as const
export type Evaluability = (typeof evaluabilities)[number]

/** A place in law, or in another instrument, that a rule rests on. */
export interface Reference {
  /** Names an instrument in the `sources.yaml` of the pack: `fdcpa`, `cn-civil-code`. */
  readonly source: string
  readonly clause: string
}

/** A place that helps to understand a diagnostic, in the same file. */
export interface RelatedPlace {
  readonly message: string
  readonly span: Span
  readonly start: Position
  readonly end: Position
}

/** Which phrase met which concept, in which stance: why a rule fired. */
export interface Explanation {
  readonly pattern: string
  readonly stance: string
  readonly matched: readonly { readonly concept: string; readonly text: string }[]
}

/** A finding as it is shown, or trouble in the input. */
export interface Diagnostic {
  /** `core/no-arrest-threat`, or `format/<code>` and `directive/<code>` for the linter's own. */
  readonly ruleId: string
  readonly messageId: string
  readonly category: Category
  readonly pack: string
  readonly severity: Severity
  readonly evaluability: Evaluability
  readonly message: string
  readonly span: Span
  readonly start: Position
  readonly end: Position
  readonly references: readonly Reference[]
  /** The steps of the path on which the trouble stands. */
  readonly path?: readonly string[]
  readonly related?: readonly RelatedPlace[]
  /** What to say instead, in the script's language. */
  readonly advice?: readonly string[]
  readonly explanation?: Explanation
  /** True for trouble that kept the rest of the file from being read. */
  readonly fatal?: boolean
}

/** The order of a report: place, then rule, then wording; the same on any machine. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareStrings(a.ruleId, b.ruleId) ||
    compareStrings(a.messageId, b.messageId) ||
    compareStrings(a.message, b.message)
  )
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
