import type { Stance } from '../match/index.ts'
import { stances } from '../match/index.ts'
import { listeners } from '../script/index.ts'
import type { Span } from '../source/index.ts'

/**
 * What can be so at one point of a call: who is on the line, what was asked for, what was told. A
 * fact holds from where it is raised until another one ends it.
 */
export const factNames = [
  ...listeners,
  'unverified',
  'stop-asked',
  'disputed',
  'distress',
  'refused',
  'cannot-pay',
  'agreed',
  'paying',
  'debt-told',
  'closed',
  'yes',
  'no',
  'otherwise',
  'own-call'
] as const

export type CallFact = (typeof factNames)[number]

/** What a fact does away with when it is raised, and what it brings along. */
export const consequences: {
  readonly [fact in CallFact]?: { ends?: readonly CallFact[]; brings?: readonly CallFact[] }
} = {
  verified: { ends: ['unverified', 'third-person', 'machine', 'nobody'], brings: ['debtor'] },
  unverified: { ends: ['verified'] },
  debtor: { ends: ['third-person', 'machine', 'nobody'] },
  'third-person': { ends: ['verified', 'debtor', 'machine', 'nobody'] },
  machine: { ends: ['verified', 'debtor', 'third-person', 'nobody'] },
  nobody: { ends: ['verified', 'debtor', 'third-person', 'machine'] }
}

/**
 * What belongs to a situation of the call and not to the call. A script that goes on with its next
 * section, or comes back from an aside, has left the situation behind.
 */
export const situations: readonly CallFact[] = [
  'unverified',
  'third-person',
  'machine',
  'nobody',
  'stop-asked',
  'disputed',
  'distress',
  'refused',
  'cannot-pay'
]

/** Where a fact can be read from. `title`: the heading of a step, or the name of the branch that opens it. */
export type FactPlace = 'condition' | 'title' | 'spoken' | 'customer' | 'instructed'

/** A concept that raises a fact, where it stands in one of these places and stances. */
export interface FactSource {
  readonly fact: CallFact
  readonly concept: string
  readonly places: readonly FactPlace[]
  readonly stances: readonly Stance[]
  /** Counts only where it is most of the text: "family_member" says who answers, "asks about her husband's card" does not. */
  readonly isBare?: boolean
  /** Counts inside a placeholder only: `{{balance}}` is a sum, "balance" is a word. */
  readonly isSlot?: boolean
}

const meant = ['asserted', 'conditional', 'asked'] as const
const inCondition = { places: ['condition'], stances: meant } as const
const inConditionOrTitle = { places: ['condition', 'title'], stances: meant } as const

/** All sources. The concepts are content (`rules/concepts/call-facts.yaml`); a lexicon that lacks one has no such source. */
export const factSources: readonly FactSource[] = [
  { fact: 'verified', concept: 'when-verified', ...inCondition },
  { fact: 'verified', concept: 'orders-verification', places: ['instructed'], stances: ['asserted'] },
  { fact: 'unverified', concept: 'when-verified', places: ['condition'], stances: ['denied', 'forbidden'] },
  { fact: 'unverified', concept: 'when-unverified', ...inCondition },
  { fact: 'debtor', concept: 'when-debtor', ...inCondition },
  { fact: 'debtor', concept: 'when-same-person', ...inCondition },
  { fact: 'third-person', concept: 'when-same-person', places: ['condition'], stances: ['denied', 'forbidden'] },
  { fact: 'third-person', concept: 'when-third-person', ...inConditionOrTitle },
  {
    fact: 'third-person',
    concept: 'says-third-person',
    places: ['customer', 'condition'],
    stances: [...meant, 'reported']
  },
  { fact: 'third-person', concept: 'somebody-else', ...inCondition, isBare: true },
  { fact: 'machine', concept: 'when-machine', ...inConditionOrTitle },
  { fact: 'nobody', concept: 'when-nobody', ...inConditionOrTitle },
  { fact: 'stop-asked', concept: 'when-stop-asked', ...inConditionOrTitle },
  {
    fact: 'stop-asked',
    concept: 'says-stop',
    places: ['customer', 'condition', 'title'],
    stances: [...meant, 'forbidden', 'denied']
  },
  { fact: 'disputed', concept: 'when-disputed', places: ['condition', 'title', 'customer'], stances: meant },
  { fact: 'distress', concept: 'when-distress', places: ['condition', 'title', 'customer'], stances: meant },
  { fact: 'refused', concept: 'when-refused', places: ['condition', 'title'], stances: [...meant, 'denied'] },
  {
    fact: 'cannot-pay',
    concept: 'when-cannot-pay',
    places: ['condition', 'title', 'customer'],
    stances: [...meant, 'denied']
  },
  { fact: 'agreed', concept: 'when-agreed', places: ['condition', 'customer'], stances: ['asserted', 'conditional'] },
  { fact: 'agreed', concept: 'says-agreed', places: ['spoken'], stances: ['asserted', 'conditional'] },
  { fact: 'paying', concept: 'takes-payment', places: ['spoken'], stances: meant },
  { fact: 'debt-told', concept: 'tells-debt', places: ['spoken'], stances: meant },
  { fact: 'debt-told', concept: 'debt-slot', places: ['spoken'], stances: meant, isSlot: true },
  { fact: 'closed', concept: 'closing-words', places: ['spoken'], stances: meant },
  { fact: 'yes', concept: 'when-yes', ...inCondition },
  { fact: 'no', concept: 'when-no', places: ['condition'], stances: [...meant, 'denied', 'forbidden'] },
  { fact: 'otherwise', concept: 'when-otherwise', ...inCondition },
  { fact: 'own-call', concept: 'when-own-call', places: ['title'], stances }
]

/** One place in a script that raises a fact. */
export interface FactHit {
  readonly fact: CallFact
  /** Offset in the text of its part; 0 for a condition and a title. */
  readonly at: number
  /** Where the words end, exclusive. */
  readonly end: number
  /** The sentence of its part, counted from 0. */
  readonly sentence: number
  readonly span: Span
  /** The words, white space collapsed. */
  readonly phrase: string
}

/** What the texts of a script raise, by the step (for its title) or the item that holds the words. */
export type FactHits = ReadonlyMap<object, readonly FactHit[]>

/** Conditions that leave no third way: where a step names both, the call does not just go on. */
const opposites: readonly (readonly [CallFact, CallFact])[] = [
  ['verified', 'unverified'],
  ['debtor', 'third-person'],
  ['verified', 'third-person'],
  ['yes', 'no'],
  ['agreed', 'refused']
]

/** True where these conditions of one choice cover every case. */
export function coversAll(facts: ReadonlySet<CallFact>): boolean {
  return facts.has('otherwise') || opposites.some(([one, other]) => facts.has(one) && facts.has(other))
}
