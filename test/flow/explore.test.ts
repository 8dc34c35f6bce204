import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallFact, CallFlow, FactEvent } from '../../src/flow/index.ts'
import { callFlow, followFacts } from '../../src/flow/index.ts'
import type { SketchStep } from './call.ts'
import { sketch } from './call.ts'

const raised: readonly CallFact[] = ['verified', 'third-person', 'debt-told']
const fact = fc.constantFrom(...raised)
const said = fc.record({ raises: fc.array(fact, { maxLength: 1 }) })

/** Calls of up to five steps with branches, loops, ends, asides that come back. */
const calls: fc.Arbitrary<SketchStep[]> = fc.integer({ min: 1, max: 5 }).chain(count => {
  const way = fc.record({
    to: fc.oneof(fc.nat({ max: count - 1 }), fc.constantFrom('end' as const, 'nowhere' as const)),
    raises: fc.array(fact, { maxLength: 1 }),
    plain: fc.boolean()
  })
  const step = (at: number) =>
    fc
      .record(
        {
          items: fc.array(fc.oneof(said, way), { maxLength: 3 }),
          within: fc.nat({ max: Math.max(0, at - 1) }),
          continues: fc.boolean()
        },
        { requiredKeys: ['items'] }
      )
      .map(({ within, ...rest }) => (at === 0 || within === undefined ? rest : { ...rest, within }))
  return fc.tuple(...Array.from({ length: count }, (_, at) => step(at)))
})

const marks: readonly (readonly CallFact[])[] = [['verified'], ['third-person'], ['debt-told']]
const flowOf = (steps: readonly SketchStep[], name?: (at: number) => string): CallFlow => {
  const { script, hits } = sketch(steps, name)
  return callFlow(script, hits)
}
const watch = { marks, events: new Map<number, FactEvent[]>() }

/** Every walk that visits no place twice with the same marks, one after the other: the slow way to the same answer. */
function enumerate({ graph, hitsAt, endsAt }: CallFlow): Map<string, number> {
  const found = new Map<string, number>()
  const go = (node: number, facts: readonly CallFact[], steps: number, seen: ReadonlySet<string>) => {
    const place = `${node} ${facts.join(' ')}`
    if (seen.has(place)) return
    found.set(place, Math.min(found.get(place) ?? Infinity, steps))
    let now = new Set(facts.filter(one => !endsAt(node).includes(one)))
    for (const { fact: one } of hitsAt(node)) {
      if (one === 'verified') now = new Set([...now].filter(other => other !== 'third-person'))
      if (one === 'third-person') now = new Set([...now].filter(other => other !== 'verified'))
      now.add(one)
    }
    const sorted = raised.filter(one => now.has(one))
    for (const to of graph.next[node]!)
      go(to, sorted, steps + (graph.nodes[to]!.kind === 'enter' ? 1 : 0), new Set([...seen, place]))
  }
  for (const entry of graph.entries) go(entry, [], 1, new Set())
  return found
}

const marksOf = (facts: readonly string[]) =>
  raised.reduce((mask, one, bit) => (facts.includes(one) ? mask | (1 << bit) : mask), 0)

test('finds what walking every way finds, and the fewest steps to it', () => {
  fc.assert(
    fc.property(calls, steps => {
      const flow = flowOf(steps)
      const fast = followFacts(flow, watch)
      const slow = new Map<string, number>()
      for (const [place, count] of enumerate(flow)) {
        const [node, ...facts] = place.split(' ')
        slow.set(`${node} ${marksOf(facts)}`, count)
      }
      for (const node of flow.graph.nodes.keys()) {
        for (let state = 0; state < 8; state++) {
          expect(fast.reaches(node, state), `${node} ${state}`).toBe(slow.has(`${node} ${state}`))
          if (fast.reaches(node, state))
            expect(flow.stepsOf(fast.pathTo(node, state)).length).toBe(slow.get(`${node} ${state}`))
        }
      }
    }),
    { numRuns: 300 }
  )
})

test('a path is a walk through the call', () => {
  fc.assert(
    fc.property(calls, steps => {
      const flow = flowOf(steps)
      const fast = followFacts(flow, watch)
      for (const node of flow.graph.nodes.keys()) {
        for (const state of fast.statesAt(node)) {
          const path = fast.pathTo(node, state)
          expect(path[0]).toBe(flow.graph.entries[0])
          expect(path.at(-1)).toBe(node)
          for (let at = 1; at < path.length; at++) expect(flow.graph.next[path[at - 1]!]).toContain(path[at])
        }
      }
    })
  )
})

/** What a reader would be told: for each step, the marks that the call can enter it with, and the way there. */
function told(flow: CallFlow): string[] {
  const fast = followFacts(flow, watch)
  const ids = flow.graph.script.steps.map(step => step.id)
  const place = new Map(ids.map((id, at) => [id, at]))
  return flow.graph.script.steps.map(step => {
    const node = flow.graph.nodeOf.get(step)!
    const ways = fast.statesAt(node).map(state => {
      const path = flow.stepsOf(fast.pathTo(node, state)).map(id => place.get(id))
      return `${state}: ${path.join(' ')}`
    })
    return ways.join('; ')
  })
}

test('new names change nothing', () => {
  fc.assert(
    fc.property(calls, steps => {
      expect(told(flowOf(steps, at => `z${9 - at}`))).toEqual(told(flowOf(steps)))
    })
  )
})

test('a step that nothing leads to changes nothing', () => {
  fc.assert(
    fc.property(calls, steps => {
      const ending = steps.map((step, at) =>
        at === steps.length - 1 ? { ...step, continues: false } : { continues: step.within === undefined, ...step }
      )
      const more = [...ending, { items: [{ raises: ['debt-told' as const] }], continues: false }]
      expect(told(flowOf(more)).slice(0, -1)).toEqual(told(flowOf(ending)))
    })
  )
})
