import { tokenize } from './tokens.ts'

/** The kinds of token that a concept can name as a whole: any number, any capitalised word, any placeholder. */
export const tokenKinds = ['number', 'money', 'capitalised', 'placeholder'] as const
export type TokenKind = (typeof tokenKinds)[number]

/** A named meaning with its phrasings: plain data, inflected and validated. */
export interface Concept {
  readonly name: string
  /** Words as they stand; they are split like any text. */
  readonly phrases: readonly string[]
  /** Phrasings that other concepts are a part of, in the pattern language. No concept may lead back to itself. */
  readonly patterns: readonly string[]
  readonly tokens: readonly TokenKind[]
}

/** Everything that one matcher looks for. A match names its pattern by the place in `patterns`. */
export interface Lexicon {
  readonly concepts: readonly Concept[]
  readonly patterns: readonly string[]
}

/** Words of a pattern or phrase, split the way texts are. */
export function splitWords(literal: string): readonly string[] {
  return tokenize(literal).keys
}
