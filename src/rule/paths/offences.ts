import type { CallFact, CallFlow, FactEvent } from '../../flow/index.ts'
import { followFacts } from '../../flow/index.ts'
import type { Span } from '../../source/index.ts'
import type { RuleMatch } from '../rule.ts'

/** Words that a rule looks at on the paths of a call: one of its matches, or what raises a fact. */
export interface Said {
  readonly node: number
  readonly sentence: number
  readonly span: Span
  readonly phrase: string
  readonly match?: RuleMatch
}

/** Words that stand where they may not, with the shortest way to them. */
export interface Offence {
  readonly said: Said
  /** Ids of the steps on the way. */
  readonly path: readonly string[]
}

/** The places of matches in the graph; a match in no step of it (there is none) is left out. */
export function saidBy(flow: CallFlow, matches: readonly RuleMatch[]): Said[] {
  return matches.flatMap(match => {
    const node = flow.graph.nodeOf.get(match.part)
    return node === undefined
      ? []
      : [{ node, sentence: match.match.sentence, span: match.span, phrase: match.phrase, match }]
  })
}

/** All places whose words raise one of these facts. */
export function saidByFacts(flow: CallFlow, facts: readonly CallFact[]): Said[] {
  const nodes = new Set(facts.flatMap(fact => flow.nodesOf(fact)))
  const all: Said[] = []
  for (const node of [...nodes].sort((a, b) => a - b)) {
    for (const { fact, sentence, span, phrase } of flow.hitsAt(node))
      if (facts.includes(fact)) all.push({ node, sentence, span, phrase })
  }
  return all
}

/** When words are an offence, in terms of what holds just before they are said. */
export interface OffenceTest {
  readonly said: readonly Said[]
  /** Marks by the facts that turn them on. */
  readonly marks: readonly (readonly CallFact[])[]
  /** Words that turn marks on. */
  readonly turnOn: readonly { readonly said: Said; readonly mark: number }[]
  /** The marks that are taken to be on in steps that no way leads to. */
  readonly unreached: number
  readonly isOffence: (marks: number) => boolean
}

interface SaidEvent extends FactEvent {
  readonly said: Said
  readonly isTested: boolean
}

/**
 * The first offence on each path, the nearest for each step: what comes after it on the same path has the
 * same cause, and nobody is told of it twice. In the order of the script.
 */
export function findOffences(flow: CallFlow, test: OffenceTest): Offence[] {
  if (test.said.length === 0) return []
  const seen = 1 << test.marks.length
  const events = new Map<number, SaidEvent[]>()
  const add = (event: SaidEvent) => {
    const known = events.get(event.said.node)
    if (known) known.push(event)
    else events.set(event.said.node, [event])
  }
  for (const { said, mark } of test.turnOn)
    add({ said, sentence: said.sentence, on: 1 << mark, off: 0, isTested: false })
  for (const said of test.said) add({ said, sentence: said.sentence, isLate: true, on: 0, off: 0, isTested: true })
  const isOffence = (marks: number) => (marks & seen) === 0 && test.isOffence(marks)
  const walk = followFacts(flow, {
    marks: [...test.marks, []],
    events,
    unreached: test.unreached,
    at: (event, marks) => (event.isTested && isOffence(marks) ? marks | seen : undefined)
  })
  const byStep = new Map<number, Offence>()
  for (const node of events.keys()) {
    const { step } = flow.graph.nodes[node]!
    for (const state of walk.statesAt(node)) {
      walk.trace(node, state, ({ said, isTested }, marks) => {
        if (!isTested || !isOffence(marks)) return
        const offence = { said, path: flow.stepsOf(walk.pathTo(node, state)) }
        const known = byStep.get(step)
        if (!known || comesFirst(offence, known)) byStep.set(step, offence)
      })
    }
  }
  return [...byStep.values()].sort((a, b) => a.said.span.start - b.said.span.start)
}

function comesFirst(a: Offence, b: Offence): boolean {
  return a.said.span.start < b.said.span.start || (a.said === b.said && a.path.length < b.path.length)
}
