import type { Branch, Script, Step } from '../script/index.ts'
import type { Exploration, Watch } from './explore.ts'
import { explore } from './explore.ts'
import type { CallFact, FactHit, FactHits } from './facts.ts'
import { consequences, coversAll, situations } from './facts.ts'
import type { CallGraph } from './graph.ts'
import { buildGraph } from './graph.ts'

/** The ways through one call, and what is so on them. */
export interface CallFlow {
  readonly graph: CallGraph
  /** The facts that the words of a node raise, in the order in which they are said; of a step, those of its title and marks. */
  readonly hitsAt: (node: number) => readonly FactHit[]
  /** True for a node that some way through the call comes to. */
  readonly isReached: (node: number) => boolean
  /** The nodes whose words raise a fact, in the order of the graph. */
  readonly nodesOf: (fact: CallFact) => readonly number[]
  /** The facts that a node ends of itself, before its words raise others. */
  readonly endsAt: (node: number) => readonly CallFact[]
  /** What is so before the first word: a script for voicemail knows that a machine listens. */
  readonly given: readonly CallFact[]
  readonly explore: (watch: Watch) => Exploration
  /** The ids of the steps on a way, each once where the call stays in it. */
  readonly stepsOf: (path: readonly number[]) => readonly string[]
  /** A name for each step as a reader knows it. */
  readonly nameOf: (stepId: string) => string
}

/** Puts a script and what its texts raise together. Both are linear in the script; nothing is explored yet. */
export function callFlow(script: Script, hits: FactHits): CallFlow {
  const marked = new Map(script.steps.map(step => [step, titleHits(step, hits)]))
  const scenes = sceneIds(script, hits)
  const jumpedTo = targetIds(script)
  const graph = buildGraph(script, {
    isAside: step => scenes.has(step.id) || marked.get(step)!.some(({ fact }) => asides.has(fact)),
    beginsCall: step => step.within === undefined && !jumpedTo.has(step.id) && hasFact(hits.get(step), 'own-call'),
    coversAll: branches => coversAll(new Set(branches.flatMap(branch => factsOf(branch, hits))))
  })
  const byId = new Map(script.steps.map(step => [step.id, step]))
  const hitsAt = (node: number): readonly FactHit[] => {
    const { kind, step, item } = graph.nodes[node]!
    if (kind === 'enter') return marked.get(script.steps[step]!)!
    return (item && hits.get(item)) ?? noHits
  }
  // Every rule asks for the places of some facts; they are found once for all.
  let ways: Exploration | undefined
  let places: ReadonlyMap<CallFact, readonly number[]> | undefined
  return {
    graph,
    hitsAt,
    isReached: node => (ways ??= explore(graph, oneState)).reaches(node, 0),
    nodesOf: fact => (places ??= placesOf(graph, hitsAt)).get(fact) ?? [],
    endsAt: node => {
      const { kind, step } = graph.nodes[node]!
      // At the end of the call nothing changes any more: whoever listened then is who it ended with.
      if (kind !== 'leave' || graph.next[node]![0] === graph.end) return noFacts
      // What a customer says in a step of their own is answered in the next.
      return isAnswered(script.steps[step]!) ? situations : noFacts
    },
    given: givenBy(script),
    explore: watch => explore(graph, watch),
    stepsOf: path => {
      const ids: string[] = []
      for (const node of path) {
        const { kind, step } = graph.nodes[node]!
        if (kind === 'enter') ids.push(script.steps[step]!.id)
      }
      return ids
    },
    nameOf: id => byId.get(id)?.title.trim() || id
  }
}

/** Looks at nothing but where a call can come. */
const oneState: Watch = { size: 1, start: 0, next: () => 0 }

const noHits: readonly FactHit[] = []
const noFacts: readonly CallFact[] = []
/** Whose step is a scene of its own: nobody who goes on with the call comes through it. */
const asides: ReadonlySet<CallFact> = new Set(['third-person', 'machine', 'nobody'])

function hasFact(hits: readonly FactHit[] | undefined, fact: CallFact): boolean {
  return hits?.some(hit => hit.fact === fact) ?? false
}

/** The steps that branches lead to. */
function targetIds({ steps }: Script): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { items } of steps)
    for (const item of items) if (item.kind === 'branch' && item.target.kind === 'step') ids.add(item.target.step)
  return ids
}

function placesOf(graph: CallGraph, hitsAt: CallFlow['hitsAt']): ReadonlyMap<CallFact, readonly number[]> {
  const places = new Map<CallFact, number[]>()
  for (const node of graph.nodes.keys()) {
    for (const { fact } of hitsAt(node)) {
      const known = places.get(fact)
      if (!known) places.set(fact, [node])
      else if (known.at(-1) !== node) known.push(node)
    }
  }
  return places
}

/** True where the agent has a word in a step, or something to do. */
function isAnswered({ items }: Step): boolean {
  return items.some(item => item.kind === 'instruction' || (item.kind === 'utterance' && item.speaker !== 'customer'))
}

/** The steps that branches lead to only where somebody else, a machine or nobody answers. */
function sceneIds({ steps }: Script, hits: FactHits): ReadonlySet<string> {
  const scenes = new Set<string>()
  const others = new Set<string>()
  for (const step of steps) {
    for (const item of step.items) {
      if (item.kind !== 'branch' || item.target.kind !== 'step') continue
      const isScene = factsOf(item, hits).some(fact => asides.has(fact))
      ;(isScene ? scenes : others).add(item.target.step)
    }
  }
  // The call's first step is where it begins, whatever leads back there.
  others.add(steps[0]!.id)
  return new Set([...scenes].filter(id => !others.has(id)))
}

/** What a step says of itself: a mark outweighs the words of its title. */
function titleHits(step: Step, hits: FactHits): readonly FactHit[] {
  if (step.listener === undefined) return hits.get(step) ?? noHits
  return [{ fact: step.listener, at: 0, end: 0, sentence: 0, span: step.titleSpan, phrase: step.title }]
}

function factsOf(branch: Branch, hits: FactHits): CallFact[] {
  return (hits.get(branch) ?? []).map(({ fact }) => fact)
}

function givenBy({ facts }: Script): readonly CallFact[] {
  if (facts.party?.every(party => party === 'third-party')) return ['third-person']
  if (facts.channel?.every(channel => channel === 'voicemail')) return ['machine']
  return noFacts
}

/** All that raising a fact does: itself and what it brings, less what these end. */
export function effectOf(fact: CallFact): { readonly raises: readonly CallFact[]; readonly ends: readonly CallFact[] } {
  const { ends = noFacts, brings = noFacts } = consequences[fact] ?? {}
  return { raises: [fact, ...brings], ends }
}
