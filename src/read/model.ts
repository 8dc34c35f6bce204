import type { TacticCategory } from '../diagnostic/index.ts'
import { tacticCategories } from '../diagnostic/index.ts'

/** What a model scores: each tactic, and last, whether there is any. */
export const targets: readonly (TacticCategory | 'any')[] = [...tacticCategories, 'any']

/** The writings that have weights of their own. */
export const writings = ['en', 'zh'] as const
export type Writing = (typeof writings)[number]

/** How many in a hundred clean passages may be reported: what a threshold stands for. */
export const strictnesses = ['0.5%', '1%', '2%'] as const
export type Strictness = (typeof strictnesses)[number]

/** The weights of one writing: a sparse linear model, quantised. */
export interface Weights {
  /** The features that are known, by hash, ascending. */
  readonly hashes: Uint32Array
  /** How telling a feature is for being rare, in hundredths; by place. */
  readonly rarity: Uint8Array
  /** One row for each feature, one column for each target; to be multiplied by the target's scale. */
  readonly values: Int8Array
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  /** From which score of `any` on a passage is reported, though no rule names it. */
  readonly report: Readonly<Record<Strictness, number>>
  /** Below which score of `any` the finding of a rule is doubted. */
  readonly doubt: number
}

/** Everything the reader has learnt. */
export interface ReaderModel {
  /** What the weights were made from; they belong to no other corpus and no other concepts. */
  readonly fingerprint: string
  /** The concepts that features speak of; a lexicon has to hold them all. */
  readonly concepts: readonly string[]
  readonly weights: Readonly<Record<Writing, Weights>>
}
