import type { SpokenText } from '../../source/index.ts'
import type { ScriptBuilder, StepDraft } from '../build.ts'
import type { FactStatement } from '../facts.ts'
import type { Cast } from '../prose/cast.ts'
import type { ProseOptions } from '../prose/read.ts'
import type { Notes } from './notes.ts'
import type { YamlNode, YamlScalar } from './tree.ts'

export type ReadProse = (builder: ScriptBuilder, text: SpokenText, options: ProseOptions) => void

/** What a text is by its place. */
export type Role = 'say' | 'script' | 'customer' | 'instruct' | 'never' | 'mention'

/** One run over a file: where parts go, and what readers of all shapes share. */
export interface Reading {
  readonly builder: ScriptBuilder
  readonly readProse: ReadProse
  readonly cast: Cast
  readonly notes: Notes
  readonly facts: FactStatement[]
  /** All that steps are called in this file, folded as keys are. */
  readonly names: ReadonlySet<string>
  /** Nodes that are also used elsewhere, by alias. */
  readonly aliased: ReadonlySet<YamlNode>
  /** True after steps that no outer step holds: what comes next at the top belongs to none of them. */
  detached: boolean
  /** The step that the call enters at. */
  entry?: StepDraft
  /** Reads any node by the meaning of its keys. */
  readonly read: (node: YamlNode, place: Place) => void
}

/** Where a node stands. */
export interface Place {
  /** The keys that lead here, for notes: `steps[].agent`. */
  readonly path: string
  /** The outermost key above: what text that belongs to no step is titled by. */
  readonly head?: YamlScalar
  /** What text below here is unless a key says otherwise. */
  readonly role?: Role
  /** Holds the role against all keys below. */
  readonly isForced?: boolean
  /** The step that holds the node; none at the top of a file. */
  readonly step?: StepDraft
  /** True where the keys beside it hold expectations: the turns of a test are the customer's. */
  readonly isTest?: boolean
  /** True among the turns of a conversation, where a key may be anybody's name. */
  readonly isTurn?: boolean
}

/** The place of the value of a key; `*` stands for a key that is a name. */
export function below(place: Place, key: YamlScalar | '*'): Place {
  const { isTurn: _, ...rest } = place
  const name = key === '*' ? key : key.text.value
  const head = place.head ?? (key === '*' ? undefined : key)
  return { ...rest, path: place.path === '' ? name : `${place.path}.${name}`, ...(head ? { head } : {}) }
}

/** The place of the items of a list. */
export function inList(place: Place): Place {
  return { ...place, path: `${place.path}[]` }
}
