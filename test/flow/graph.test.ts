import { expect, test } from 'vitest'
import { buildGraph, callFlow } from '../../src/flow/index.ts'
import { sketch } from './call.ts'

/** The steps that can come right after each step, and `end` or `away`. */
function ways(steps: Parameters<typeof sketch>[0]): Record<string, string[]> {
  const { script, hits } = sketch(steps)
  const { graph } = callFlow(script, hits)
  const found: Record<string, string[]> = {}
  for (const [at, step] of script.steps.entries()) {
    const seen = new Set<number>([graph.nodeOf.get(step)!])
    const names = new Set<string>()
    for (const node of seen) {
      for (const to of graph.next[node]!) {
        const { kind, step: other } = graph.nodes[to]!
        if (kind === 'end' || kind === 'away') names.add(kind)
        else if (kind === 'enter') names.add(script.steps[other]!.id)
        else if (other === at) seen.add(to)
        else names.add(`back to ${script.steps[other]!.id}`)
      }
    }
    found[step.id] = [...names]
  }
  return found
}

test('steps without branches are one straight way', () => {
  expect(ways([{ items: [] }, { items: [] }, { items: [] }])).toEqual({ s0: ['s1'], s1: ['s2'], s2: ['end'] })
})

test('a branch is a way beside the next step, a plain one is the only way', () => {
  expect(
    ways([{ items: [{ to: 2 }] }, { items: [{ to: 'end', plain: true }], continues: false }, { items: [] }])
  ).toEqual({ s0: ['s2', 's1'], s1: ['end'], s2: ['end'] })
})

test('what names the next step, or covers all cases, is not passed by', () => {
  expect(ways([{ items: [{ to: 1 }, { to: 2 }] }, { items: [] }, { items: [] }]).s0).toEqual(['s1', 's2'])
  expect(
    ways([
      {
        items: [
          { to: 2, raises: ['yes'] },
          { to: 'end', raises: ['no'] }
        ]
      },
      { items: [] },
      { items: [] }
    ]).s0
  ).toEqual(['s2', 'end'])
})

test('a step that a branch opened comes back behind all branches beside it', () => {
  expect(
    ways([
      { items: [{ raises: [] }, { to: 1 }, { to: 2 }, { raises: [] }] },
      { items: [], within: 0 },
      { items: [{ to: 'end', plain: true }], within: 0 },
      { items: [] }
    ])
  ).toEqual({ s0: ['s1', 's2', 's3'], s1: ['back to s0'], s2: ['end'], s3: ['end'] })
})

test('nobody falls into a scene with somebody else, nor out of it', () => {
  expect(ways([{ items: [{ to: 1, raises: ['third-person'] }] }, { items: [] }, { items: [] }])).toEqual({
    s0: ['s1', 's2'],
    s1: ['end'],
    s2: ['end']
  })
})

test('what leads nowhere leaves the call open', () => {
  const { script } = sketch([{ items: [{ to: 'nowhere' }] }])
  const graph = buildGraph(script)
  expect(graph.exits.map(exit => exit.name)).toEqual(['?'])
  expect(graph.next[graph.exits[0]!.node]).toEqual([graph.away])
})
