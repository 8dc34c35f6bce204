import type { Pattern } from './pattern.ts'

/** The kinds of token that a concept can name as a whole: any number, any capitalised word, any placeholder. */
export const tokenKinds = ['number', 'money', 'capitalised', 'placeholder'] as const
export type TokenKind = (typeof tokenKinds)[number]

/** A named meaning, ready to be compiled: inflected, split and parsed. */
export interface Concept {
  readonly name: string
  /** Each phrase as the keys of its tokens. */
  readonly phrases: readonly (readonly string[])[]
  /** Phrasings that other concepts are a part of. No concept may lead back to itself. */
  readonly patterns: readonly Pattern[]
  readonly tokens: readonly TokenKind[]
}

/** Everything that one matcher looks for. A match names its pattern by the place in `patterns`. */
export interface Lexicon {
  readonly concepts: readonly Concept[]
  readonly patterns: readonly Pattern[]
}
