import { expect, test } from 'vitest'
import { isPatternError, parsePattern, splitWords } from '../../src/match/index.ts'

const errorOf = (source: string) => {
  const parsed = parsePattern(source, splitWords)
  return isPatternError(parsed) ? parsed : undefined
}

test.each([
  ['police.*arrest', 6],
  ['police .+ arrest', 7],
  ['\\bpolice\\b', 0],
  ['police \\w', 7],
  ['[a-z] police', 0],
  ['call [0-9A-F] times', 5],
  ['(police|officer)+', 16],
  ['(police|officer)?', 16],
  ['police+', 6],
  ['(?:police)', 0],
  ['{officer}{2,3}', 9],
  ['^police', 0],
  ['(^police|x)', 1],
  ['police$', 6],
  ['(police$|x)', 7]
])('%s is no regular expression', (source, at) => {
  expect(errorOf(source)).toEqual({ message: 'this is no regular expression; see docs/patterns.md', at })
})

test.each([
  'call [your] mother',
  '[in-laws] know',
  'an [x-ray]',
  'the police. ..3 arrest',
  'f*ck you',
  '90+ days',
  'pay $500',
  'why? no',
  '(a | b) .. c',
  'https://a.b?c'
])('%s is a pattern', source => {
  expect(errorOf(source)).toBeUndefined()
})
