import { expect, test } from 'vitest'
import { createMatcher } from '../../src/match/index.ts'
import type { ReaderModel, Weights } from '../../src/read/index.ts'
import {
  createReader,
  eachFeature,
  hashNames,
  passageOf,
  restoreModel,
  storeModel,
  targets
} from '../../src/read/index.ts'

const matcher = createMatcher({
  concepts: [{ name: 'kin', phrases: ['mother'], patterns: [], tokens: [] }],
  patterns: ['{kin}']
})
const any = targets.indexOf('any')
const pressure = targets.indexOf('third-party-pressure')

/** Weights that know the features of some words, and hold all of them for a sign of pressure through others. */
function weightsFor(texts: readonly string[]): Weights {
  const hashes = new Set<number>()
  const each = (text: string, sink: (hash: number) => void) =>
    eachFeature(passageOf(matcher.read(text), false, hashNames(matcher.conceptNames)), sink)
  for (const text of texts) each(text, hash => hashes.add(hash))
  // That something is said, and not ordered, is a feature of every text here.
  each('zz', hash => hashes.delete(hash))
  const sorted = Uint32Array.from(hashes).sort()
  const values = new Int8Array(sorted.length * targets.length)
  for (let at = 0; at < sorted.length; at++) {
    values[at * targets.length + any] = 10
    values[at * targets.length + pressure] = 10
  }
  return {
    hashes: sorted,
    rarity: new Uint8Array(sorted.length).fill(100),
    values,
    scales: targets.map(() => 0.1),
    biases: targets.map(() => -2),
    report: { '0.5%': 2, '1%': 1, '2%': 0 },
    doubt: -1
  }
}

const model: ReaderModel = {
  fingerprint: 'test',
  concepts: ['kin'],
  weights: { en: weightsFor(['shame about your mother']), zh: weightsFor([]) }
}

function read(text: string, from: ReaderModel = model) {
  const reader = createReader(from, { falseAlarms: '2%', conceptNames: matcher.conceptNames })
  return reader.read(matcher.read(text), false)
}

test('a passage of known signs is alarming, and says what it reads like and why', () => {
  const [impression] = read('Such a shame about your mother.')
  expect(impression).toMatchObject({ alarming: true, harmless: false })
  const [likeness] = impression!.tactics
  expect(likeness!.tactic).toBe('third-party-pressure')
  expect('Such a shame about your mother.'.slice(likeness!.start, likeness!.end)).toBe('shame about your mother')
  expect(likeness!.words).toContain('mother')
})

test('a passage without any known sign is harmless', () => {
  expect(read('Good morning.')).toEqual([expect.objectContaining({ alarming: false, harmless: true, tactics: [] })])
})

test('each writing has weights of its own', () => {
  expect(read('真是可惜了你母亲')[0]).toMatchObject({ alarming: false })
})

test('a long text is read two sentences at a time', () => {
  const text = 'One is here. Two is here. Shame about your mother. Four is here.'
  const alarming = read(text).filter(impression => impression.alarming)
  expect(read(text)).toHaveLength(3)
  expect(alarming.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Two is here. Shame about your mother',
    'Shame about your mother. Four is here'
  ])
})

test('an empty text makes no impression', () => {
  expect(read('')).toEqual([])
  expect(read(' \n…')).toEqual([])
})

test('a stored model reads as before, wherever its bytes lie in memory', () => {
  const { head, bytes } = storeModel(model)
  const elsewhere = new Uint8Array(bytes.length + 3)
  elsewhere.set(bytes, 3)
  const restored = restoreModel({ head: JSON.parse(JSON.stringify(head)), bytes: elsewhere.subarray(3) })
  expect(restored).toEqual(model)
  expect(read('Such a shame about your mother.', restored)).toEqual(read('Such a shame about your mother.'))
})

test('head and bytes that do not belong together are no model', () => {
  const { head, bytes } = storeModel(model)
  expect(() => restoreModel({ head, bytes: new Uint8Array([...bytes, 0]) })).toThrow(RangeError)
})
