import type { SpokenText } from '../../source/index.ts'
import type { Block, BlockSink } from '../blocks.ts'
import type { ScriptBuilder, StepDraft } from '../build.ts'
import type { Cast } from './cast.ts'
import type { Scope } from './scope.ts'
import type { Plain } from './text.ts'

/** One run over a text: where parts go, what is known of the text, and what has been met so far. */
export interface Reading {
  readonly builder: ScriptBuilder
  readonly sink: BlockSink
  readonly cast: Cast
  readonly plain: Plain
  readonly headings: 'steps' | 'sections'
  /** The headings above, outermost first. */
  titles: { readonly depth: number; readonly scope: Scope | undefined }[]
  /** The customer's words that a jump on the next line depends on. */
  pending: SpokenText | undefined
  /** How many fences are open; text inside a fence is read as a text of its own. */
  fences: number
  readonly readBlocks: (blocks: readonly Block[], place: Place) => void
}

/** Where blocks and lines stand. */
export interface Place {
  readonly scope: Scope | undefined
  /** Inside a list or a table. */
  readonly listed: boolean
  /** Some entry of the same list is in quotation marks. */
  readonly quotedKin: boolean
  /** Inside a block quote. */
  readonly quoted: boolean
  /** How many conditions stand before this on its own line. */
  readonly level: number
}

/** A lead-in while it governs. */
export interface Lead {
  readonly scope: Scope | undefined
  /** The step to go back to, where the lead-in opened a branch. */
  readonly parent: StepDraft | undefined
  /** It has governed something. */
  fed: boolean
}

/** A place with the scope that holds there: the lead-in's, else the container's, else the heading's. */
export function placed(reading: Reading, place: Place, lead: Lead | undefined): Place {
  if (lead) return { ...place, scope: lead.scope }
  return place.scope || place.listed ? place : { ...place, scope: reading.titles.at(-1)?.scope }
}

export const forbiddenMark: Scope = { role: 'instruction', frame: 'forbidden', strong: false }
export const orders: Scope = { role: 'instruction', frame: 'plain', strong: false }
export const said: Scope = { role: 'agent', frame: 'plain', strong: true }
