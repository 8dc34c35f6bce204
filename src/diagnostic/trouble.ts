import type { Span } from '../source/index.ts'

/** What can be wrong with an input file; each has a row in `docs/troubles.md`. */
export const troubleCodes = [
  'not-utf8',
  'yaml-syntax',
  'yaml-alias-bomb',
  'too-deep',
  'too-large',
  'front-matter-syntax',
  'unknown-fact-value',
  'empty-script'
] as const

export type TroubleCode = (typeof troubleCodes)[number]

/** Trouble found while reading a file. It never stops the rest of the run. */
export interface Trouble {
  readonly code: TroubleCode
  readonly span: Span
  /** Fills the placeholders of the code's message. */
  readonly data?: Readonly<Record<string, string>>
}
