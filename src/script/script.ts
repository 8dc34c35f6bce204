import type { SourceFile, Span, SpokenText } from '../source/index.ts'
import type { Facts } from './facts.ts'
import type { Listener } from './listener.ts'

export type Speaker = 'agent' | 'customer' | 'system'

/**
 * How the place of a text frames it. `plain`: it is meant. `forbidden`: it stands where the script
 * lists what must not be said or done. `quoted`: it is shown, not used (a bad example, commentary,
 * legal text, a checklist).
 */
export type Frame = 'plain' | 'forbidden' | 'quoted'

/** What one speaker says, in one go. The customer's side includes relatives and other third persons. */
export interface Utterance {
  readonly kind: 'utterance'
  readonly speaker: Speaker
  /** The name in the script, where it has one: "Agent", "Maya", 坐席. */
  readonly label?: string
  /** Where the words were quoted in a sentence of guidance: that sentence, whole. What it says of them turns them round. */
  readonly around?: SpokenText
  readonly text: SpokenText
  readonly span: Span
  readonly frame: Frame
}

/** Text for the agent's eyes, never spoken. */
export interface Instruction {
  readonly kind: 'instruction'
  readonly text: SpokenText
  readonly span: Span
  readonly frame: Frame
}

/** Text about the script: a bad example, a rubric, a keyword list, law. Neither said nor ordered. */
export interface Mention {
  readonly kind: 'mention'
  readonly text: SpokenText
  readonly span: Span
  readonly frame: Frame
}

/** A conditional (or, without a condition, a plain) edge from the step that holds it to another. */
export interface Branch {
  readonly kind: 'branch'
  readonly condition?: SpokenText
  readonly target: BranchTarget
  readonly span: Span
}

/**
 * `step`: the id of a step of this script. `unknown`: what the script names and nothing answers to
 * (another file's step has the form `other.md#step`). `end`: the call is over.
 */
export type BranchTarget =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'end' }

export type Part = Utterance | Instruction | Mention
export type StepItem = Part | Branch

/** An addressable part of a script. */
export interface Step {
  /** Unique in its script: the script's own name for it, or a slug of its title. */
  readonly id: string
  readonly title: string
  /** The title, or the first words where there is none: where a missing text is reported. */
  readonly titleSpan: Span
  readonly span: Span
  /** In the order of the source; a branch stands where the script puts it. */
  readonly items: readonly StepItem[]
  /** The step that opened this one by a branch; after its end, unless it jumps, the call goes on there. */
  readonly within?: string
  /** Who is on the line in this step, where the script marks it so. */
  readonly listener?: Listener
  /** True where, after the last item, the call goes on with the next step of the document. */
  readonly continues: boolean
}

/** A comment of the source: where directives live. `text` is without its marks, `span` with them. */
export interface Comment {
  readonly text: string
  readonly span: Span
}

/** Something that the parser left out, and why; shown under `--debug`. */
export interface Unread {
  readonly reason: string
  readonly span: Span
}

/** One call script, parsed. */
export interface Script {
  readonly file: SourceFile
  readonly format: 'markdown' | 'yaml'
  readonly title?: string
  readonly facts: Facts
  /** At least one, in the order of the source; the call enters at the first. */
  readonly steps: readonly Step[]
  readonly comments: readonly Comment[]
  readonly unread: readonly Unread[]
}
