import { expect, test } from 'vitest'
import { createMatcher } from '../../src/match/index.ts'
import { eachFeature, hashNames, passageOf } from '../../src/read/index.ts'

const matcher = createMatcher({
  concepts: [
    { name: 'kin', phrases: ['mother', '母亲'], patterns: [], tokens: [] },
    { name: 'tell', phrases: ['tell', '告诉'], patterns: [], tokens: [] }
  ],
  patterns: ['{kin}', '{tell}']
})

function featuresOf(text: string, instructed = false): number[] {
  const hashes: number[] = []
  eachFeature(passageOf(matcher.read(text), instructed, hashNames(matcher.conceptNames)), hash => hashes.push(hash))
  return hashes
}

test('the same text gives the same features, in either Chinese script', () => {
  expect(featuresOf('We tell your mother.')).toEqual(featuresOf('We tell your mother.'))
  expect(featuresOf('我告訴你母親')).toEqual(featuresOf('我告诉你母亲'))
})

test('two languages share the concepts and what two of them make together', () => {
  const english = new Set(featuresOf('We tell your mother.'))
  const shared = featuresOf('我告诉你母亲').filter(hash => english.has(hash))
  // The role, each of the two concepts, and both together.
  expect(shared).toHaveLength(4)
})

test('what is said and what is ordered differ by one feature', () => {
  const said = new Set(featuresOf('Tell the mother.'))
  expect(featuresOf('Tell the mother.', true).filter(hash => !said.has(hash))).toHaveLength(1)
})

test('features are whole numbers of 32 bits', () => {
  for (const hash of featuresOf('Tell her mother, or else 不然我告诉你母亲!')) {
    expect(Number.isInteger(hash)).toBe(true)
    expect(hash).toBeGreaterThanOrEqual(0)
    expect(hash).toBeLessThan(2 ** 32)
  }
})
