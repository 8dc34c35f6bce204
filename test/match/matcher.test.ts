import { expect, test } from 'vitest'
import type { Concept } from '../../src/match/index.ts'
import {
  compileLexicon,
  createMatcher,
  matcherOf,
  nounForms,
  parsePattern,
  restoreLexicon,
  splitWords,
  storeLexicon,
  verbForms
} from '../../src/match/index.ts'

function concept(name: string, phrases: readonly string[], patterns: readonly string[] = []): Concept {
  return { name, phrases, patterns, tokens: [] }
}

const concepts = [
  concept('relative', [...nounForms('mother'), ...nounForms('brother in law'), '父母', '家人']),
  concept('contact', [...verbForms('call'), ...verbForms('tell'), '联系', '告诉']),
  concept('future', ['will', 'going to', '会', '将']),
  concept('reach-kin', [], ['{contact} .. {relative}']),
  concept('stance-denial', ['will not', 'not', '不会']),
  concept('stance-prohibition', ['never', 'do not', '严禁', '不得']),
  concept('stance-not-denial', ['not hesitate', 'not only']),
  concept('stance-subject', ['we', 'i', '我们', '我']),
  concept('stance-condition', ['if', '如果', '否则']),
  concept('stance-duty', [...verbForms('pay'), '还']),
  concept('stance-negation', ['不']),
  concept('stance-hook', ['as long as you pay', '只要你还'])
]

function find(text: string, ...sources: string[]) {
  const matcher = createMatcher({ concepts, patterns: sources })
  return matcher.read(text).matches.map(match => `${match.stance}: ${text.slice(match.start, match.end)}`)
}

test.each([
  ['We will call your mother.', ['asserted: call your mother']],
  ["We'll be calling both brothers-in-law today", ['asserted: calling both brothers-in-law']],
  ['我們會聯繫你的父母。', ['asserted: 聯繫你的父母']],
  ['我们会 联 系 您 的 家人', ['asserted: 联 系 您 的 家人']],
  ['We will not call your mother.', ['denied: call your mother']],
  ['We won’t call your boss, your mother or your friends.', ['denied: call your boss, your mother']],
  ['Never call the mother.', ['forbidden: call the mother']],
  ['我们不会联系您的家人。', ['denied: 联系您的家人']],
  ['严禁联系客户的家人。', ['forbidden: 联系客户的家人']],
  ['如果不还，我们联系你家人。', ['conditional: 联系你家人']],
  ['不还，联系你家人。', ['conditional: 联系你家人']],
  ['If you do not pay we call your mother.', ['conditional: call your mother']],
  ['We will not hesitate to call your mother.', ['asserted: call your mother']],
  ['We will not tell your mother as long as you pay.', ['conditional: tell your mother']],
  ['Shall I call your mother?', ['asked: call your mother']],
  ['Call us. Your mother is fine.', []]
])('%s', (text, expected) => {
  expect(find(text, '{contact} ... {relative}')).toEqual(expected)
})

test('concepts made of patterns serve in other patterns', () => {
  expect(find('We will definitely call your mother.', '{future} .. {reach-kin}')).toEqual([
    'asserted: will definitely call your mother'
  ])
})

test('a denial in the gap of a concept is one, since the concept did not ask for it', () => {
  expect(find('We call, but not your mother.', '{reach-kin}')).toEqual([])
  expect(find('We call not your mother.', '{reach-kin}')).toEqual(['denied: call not your mother'])
})

test('parts joined by & stand in one sentence in any order', () => {
  const both = '{relative} & {future}'
  expect(find('Your mother. That will hurt.', both)).toEqual([])
  expect(find('Your mother, she will hear.', both)).toEqual(['asserted: mother, she will'])
  expect(find('It will reach your mother.', both)).toEqual(['asserted: will reach your mother'])
})

test('optional items, alternatives and inflected words', () => {
  expect(find('He told his dear old mother', 'tell~ [his|her] .. (mother|father)')).toEqual([
    'asserted: told his dear old mother'
  ])
  expect(find('tell mother', 'tell~ [his|her] (mother|father)')).toEqual(['asserted: tell mother'])
  expect(find('tell our mother', 'tell~ [his|her] (mother|father)')).toEqual([])
})

test.each([
  ['{relative', 'this { is never closed', 0],
  ['a (b|', 'this ( is never closed', 2],
  ['[a] .. [b]', 'nothing in this pattern is required', 0],
  ['a } b', 'this } closes nothing', 2],
  ['a .... b', 'a gap is written .. or ...', 2],
  ['a (|b)', 'an alternative is empty; write [ ] around what may be left out', 5],
  ['a & ', 'nothing in this pattern is required', 0],
  ['{Bad Name}', '"Bad Name" is no name of a concept (small letters, digits and hyphens)', 0]
])('the pattern %s is refused', (source, message, at) => {
  const result = parsePattern(source, splitWords)
  expect(result).toMatchObject({ message })
  expect((result as { at: number }).at).toBeGreaterThanOrEqual(Math.min(at, 0))
})

test('a lexicon that was stored and read back finds the same', () => {
  const compiled = compileLexicon({ concepts, patterns: ['{contact} ... {relative}', '{future} .. {reach-kin}'] })
  const { head, numbers } = storeLexicon(compiled)
  const bytes = Buffer.from(numbers.buffer.slice(0))
  const again = restoreLexicon({
    head: JSON.parse(JSON.stringify(head)),
    numbers: new Int32Array(new Uint8Array(bytes).buffer)
  })
  for (const text of ['We will call your mother.', '如果不还，我们联系你家人。', 'nothing']) {
    expect(matcherOf(again).read(text)).toEqual(matcherOf(compiled).read(text))
  }
})
