import type { Category, Evaluability, Reference, Severity, TacticCategory } from '../diagnostic/index.ts'
import type { CallFlow } from '../flow/index.ts'
import type { Match, Stance } from '../match/index.ts'
import type { FactName, Facts, Part, Script, Step } from '../script/index.ts'
import type { Span } from '../source/index.ts'
import type { Locale, Localised } from './locale.ts'

/** How a part is used: said by the agent, said by somebody else, ordered, or only shown. */
export const usages = ['spoken', 'instructed', 'customer', 'mentioned'] as const
export type Usage = (typeof usages)[number]

export type RuleKind = 'prohibit' | 'require' | 'order' | 'structure' | 'limit' | 'code' | 'reads-like'

/** What a rule says about itself; the same for rules in YAML and in code. */
export interface RuleMeta {
  /** The name of its folder: `no-arrest-threat`. */
  readonly id: string
  readonly category: Category
  /** What the rule is reported at unless config says otherwise. */
  readonly severity: Severity
  readonly evaluability: Evaluability
  /** The writing systems whose wordings the rule knows. */
  readonly languages: readonly Locale[]
  /** The scripts it is for, by their facts; an unknown fact makes a finding conditional. */
  readonly applies: { readonly [name in FactName]?: readonly string[] }
  /** A few words: what the rule wants. */
  readonly title: Localised
  readonly why: Localised
  /** What the rule cannot know, where there is something. */
  readonly limits?: Localised
  /** Texts with `{{placeholders}}`, by message id; a finding names one and fills it. */
  readonly messages: Readonly<Record<string, Localised>>
  /** Wordings that would be fine instead. */
  readonly advice: Localised<readonly string[]>
  readonly references: readonly Reference[]
  /** False where nobody may excuse a finding. */
  readonly suppressible: boolean
}

/** Something a rule has found. It has no severity, file or url: the linter adds them. */
export interface Finding {
  readonly messageId: string
  readonly span: Span
  /** Fills the placeholders of the message, in the reader's language where it has several; a missing one is the rule's bug. */
  readonly data?: Readonly<Record<string, string | Localised>>
  /** The match that the finding rests on, where there is one. */
  readonly match?: RuleMatch
  /** The words that weighed most in a passage, where no pattern was met. */
  readonly words?: { readonly usage: Usage; readonly passage: Span; readonly weighing: readonly string[] }
  /** Step ids of the offending path. */
  readonly path?: readonly string[]
}

/** A match of one of the rule's patterns, with where and how it is used. */
export interface RuleMatch {
  readonly step: Step
  readonly part: Part
  readonly usage: Usage
  /** The stance of the words, and of the place they stand in. */
  readonly stance: Stance
  readonly match: Match
  readonly pattern: string
  /** The place in the file. */
  readonly span: Span
  /** The words, white space collapsed. */
  readonly phrase: string
}

/** How a passage of a part strikes the second reader; places are in the file. */
export interface PlacedImpression {
  readonly part: Part
  readonly usage: Usage
  readonly span: Span
  /** It reads so harmless that the finding of a rule in it is doubted. */
  readonly harmless: boolean
  /** What it reads like, the likeliest first; empty where it reads like nothing. */
  readonly tactics: readonly {
    readonly tactic: TacticCategory
    readonly span: Span
    readonly phrase: string
    /** The words that weigh most. */
    readonly words: readonly string[]
  }[]
}

/** What a rule may look at. */
export interface RuleContext {
  readonly script: Script
  readonly facts: Facts
  /** The matches of one group of the rule's patterns, in the order of the script. */
  readonly matches: (group: string) => readonly RuleMatch[]
  /** What the second reader makes of each passage, nothing where it is off; read when a rule first asks. */
  readonly impressions: () => readonly PlacedImpression[]
  /** The ways through the call; found out when a rule first asks. */
  readonly flow: () => CallFlow
}

/** How far a script gives a disclosure, with the words that show it. */
export interface Coverage {
  readonly status: 'present' | 'some-paths' | 'partial' | 'missing' | 'not due'
  readonly evidence: readonly { readonly span: Span; readonly text: string }[]
}

/** A rule, compiled: the linter cannot tell whether it was written in YAML or in code. */
export interface Rule extends RuleMeta {
  readonly kind: RuleKind
  /** The patterns to look for, by group. */
  readonly patterns: Readonly<Record<string, readonly string[]>>
  readonly check: (context: RuleContext) => Iterable<Finding>
  /** Only of rules about disclosures. */
  readonly coverage?: (context: RuleContext) => Coverage
}
