import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PatternNode } from '../../src/match/index.ts'
import { createMatcher, isPatternError, parsePattern, splitWords } from '../../src/match/index.ts'

const letters = ['a', 'b', 'c']

/** What the pattern language means, by trying everything: all ends that a node reaches from `at`. */
function ends(node: PatternNode, words: readonly string[], at: number, slack: number): Set<string> {
  const reached = new Set<string>()
  if (node.kind === 'word') {
    for (let skip = 0; skip <= slack && at + skip < words.length; skip++)
      if (words[at + skip] === node.key) reached.add(`${at + skip + 1} 0`)
  } else if (node.kind === 'gap') reached.add(`${at} ${Math.max(slack, node.words)}`)
  else if (node.kind === 'choice') {
    for (const option of node.options) for (const end of ends(option, words, at, slack)) reached.add(end)
    if (node.optional) reached.add(`${at} ${slack}`)
  } else if (node.kind === 'sequence') {
    let states = new Set([`${at} ${slack}`])
    for (const item of node.items)
      states = new Set(
        [...states].flatMap(state => [...ends(item, words, ...(state.split(' ').map(Number) as [number, number]))])
      )
    for (const state of states) reached.add(state)
  }
  return reached
}

const pattern = fc.letrec<{ item: string; sequence: string }>(tie => ({
  item: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...letters),
    fc.constantFrom('..1', '..2', '..'),
    fc.tuple(tie('sequence'), tie('sequence')).map(([a, b]) => `(${a} | ${b})`),
    tie('sequence').map(a => `[${a}]`)
  ),
  sequence: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map(items => items.join(' '))
})).sequence

test('finds a pattern exactly where trying everything finds it', () => {
  fc.assert(
    fc.property(pattern, fc.array(fc.constantFrom(...letters, 'x'), { maxLength: 12 }), (source, words) => {
      const parsed = parsePattern(source, splitWords)
      if (isPatternError(parsed)) return
      const text = words.join(' ')
      const found = createMatcher({ concepts: [], patterns: [source] }).read(text).matches.length > 0
      const tried = words.some(
        (word, at) =>
          word !== '' && [...ends(parsed.parts[0]!, words, at, 0)].some(state => Number(state.split(' ')[0]) > at)
      )
      expect(found).toBe(tried)
    }),
    { numRuns: 2000 }
  )
})
