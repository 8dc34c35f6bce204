import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { factNames, factSources } from '../../src/flow/index.ts'
import schema from '../../src/pack/rule.schema.json' with { type: 'json' }

const path = fileURLToPath(new URL('../../rules/concepts/call-facts.yaml', import.meta.url))
const concepts = parse(readFileSync(path, 'utf8')) as Record<string, { en?: object; zh?: object }>

test('every source of a fact has its concept, with wordings in English and Chinese', () => {
  for (const { concept } of factSources) expect(concepts[concept], concept).toMatchObject({ en: {}, zh: {} })
})

test('every fact can be raised', () => {
  const raised = new Set(factSources.map(source => source.fact))
  expect(factNames.filter(name => !raised.has(name))).toEqual([])
})

test('a rule can name every fact but those that only tell conditions apart', () => {
  const inner = new Set(['yes', 'no', 'otherwise', 'own-call'])
  expect([...schema.definitions.facts.items.enum].sort()).toEqual(factNames.filter(name => !inner.has(name)).sort())
})
