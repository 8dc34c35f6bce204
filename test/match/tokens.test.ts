import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize } from '../../src/match/index.ts'

const keys = (text: string) => tokenize(text).keys.join(' ')
const sentences = (text: string) => {
  const tokens = tokenize(text)
  return tokens.sentences.map(({ start, end }) => text.slice(tokens.starts[start], tokens.ends[end - 1]))
}

test.each([
  ["Don't call; you can’t", 'do not call you can not'],
  ["We'll see what's what: it's Dana's", 'we will see what is what it is dana'],
  ['ＰＯＬＩＣＥ Café ﬁne', 'police cafe fine'],
  ['gonna tell ur mum', 'going to tell your mum'],
  ['起 诉*你', '起 诉 你'],
  ['連絡您的單位', '连 络 您 的 单 位'],
  ['著 妳 裡 裏', '着 你 里 里'],
  ['$1,250.50 by 9:30', '1,250.50 by 9:30'],
  ['co-worker/brother-in-law', 'co worker brother in law'],
  ['什麼 怎么 么', '什 么 怎 么 么'],
  ['you f***ing a**hole, sh*t, f*** note* x*y', 'you f*ing a*hole sh*t f* note x*y'],
  ['{{first_name}} owes ____', 'first name owes ']
])('%s', (text, expected) => {
  expect(keys(text)).toBe(expected)
})

test.each([
  ['Dr. Lee called. She left a.m. notes etc. and went.', 2],
  ['Pay now.Or we call.', 2],
  ['Costs 1.5 million today! Really?', 2],
  ['今天还款。否则上门！您看呢？', 3],
  ['Your boss... might hear', 1],
  ['a line\nthat goes on', 1],
  ['- one\n- Two', 2],
  ['第一行\n第二行。', 1]
])('%s has %i sentences', (text, count) => {
  expect(sentences(text)).toHaveLength(count)
})

test('a question mark, plain or full width, makes a sentence ask', () => {
  const text = 'Are you ready to talk about the plan now? Yes. 好？'
  expect(tokenize(text).sentences.map(sentence => sentence.asks)).toEqual([true, false, true])
})

test('a question of a few words opens the sentence that follows', () => {
  expect(sentences('Bankruptcy? You cannot afford it. Really?')).toEqual(['Bankruptcy? You cannot afford it', 'Really'])
})

test('marks that are not seen part no word, and places stay', () => {
  const text = 'you arr\u200bes\u00adted \u202e起\u200d诉'
  const tokens = tokenize(text)
  expect(tokens.keys).toEqual(['you', 'arrested', '起', '诉'])
  expect(text.slice(tokens.starts[1], tokens.ends[1])).toBe('arr\u200bes\u00adted')
})

test('gaps are measured in words, a Han character counts as half of one', () => {
  expect(tokenize('ab cd 你好').width).toEqual([0, 2, 4, 5, 6])
})

test.each(['{{balance}}', '$' + '{amount}', '[AMOUNT]', '【欠款金额】', '<bank name>', '____', '%s', 'XXX', '某某'])(
  '%s is a placeholder',
  slot => {
    expect(tokenize(`owes ${slot} now`).placeholders).toHaveLength(1)
  }
)

test.each(['a < b and c > d. Then', '[If she says no. Stop]', 'x', 'exxon'])('%s holds no placeholder', text => {
  expect(tokenize(text).placeholders.filter(({ start, end }) => end - start > 3)).toHaveLength(0)
})

test('tokens lie in order inside the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: fc.constantFrom(..."ab'’ {}[]<>$_%xX某.。,，?？\n你諾A19-"), maxLength: 60 })
      ),
      text => {
        const tokens = tokenize(text)
        let last = 0
        tokens.keys.forEach((_, at) => {
          expect(tokens.starts[at]).toBeGreaterThanOrEqual(at > 0 ? tokens.starts[at - 1]! : 0)
          expect(tokens.ends[at]).toBeGreaterThan(tokens.starts[at]!)
          expect(tokens.ends[at]).toBeLessThanOrEqual(text.length)
          expect(tokens.clauses[at]).toBeGreaterThanOrEqual(at > 0 ? tokens.clauses[at - 1]! : 0)
        })
        for (const { start, end } of tokens.sentences) {
          expect(start).toBe(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBe(tokens.keys.length)
      }
    )
  )
})

test('a text without any stop is cut into sentences of bounded length', () => {
  const longest = Math.max(...tokenize('word '.repeat(5000)).sentences.map(({ start, end }) => end - start))
  expect(longest).toBeLessThanOrEqual(500)
})
