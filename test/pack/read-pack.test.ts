import { expect, test } from 'vitest'
import { createRuleset, readConcepts, readPack } from '../../src/pack/index.ts'

const localised = (text: string) => `{ en: ${text}, zh-Hans: ${text}, zh-Hant: ${text} }`

const good = `kind: prohibit
category: threat-arrest
severity: error
languages: [en]
patterns:
  en: ['{officer} .. arrest~']
title: ${localised('x')}
why: ${localised('x')}
messages:
  found: ${localised("'Found {{phrase}}'")}
advice: { en: [x], zh-Hans: [x], zh-Hant: [x] }
`

const shared = async (text = 'officer: { means: an officer, en: { nouns: [officer] } }') =>
  readConcepts({ name: 'concepts', files: new Map([['a.yaml', text]]) })

async function problemsOf(files: Record<string, string>, concepts?: string) {
  const library = await shared(concepts)
  const { problems } = await readPack({ name: 'mine', files: new Map(Object.entries(files)) }, library.concepts)
  return [...library.problems, ...problems].map(({ file, line, key, message }) => `${file}:${line} ${key}: ${message}`)
}

test('a well-formed folder has no problems, and its rule is in the ruleset', async () => {
  const library = await shared()
  const { content, problems } = await readPack(
    { name: 'mine', files: new Map([['no-officer/rule.yaml', good]]) },
    library.concepts
  )
  expect(problems).toEqual([])
  const ruleset = createRuleset({ packs: [content], concepts: library.concepts })
  expect(ruleset.rules.map(({ ruleId, severity }) => ({ ruleId, severity }))).toEqual([
    { ruleId: 'mine/no-officer', severity: 'error' }
  ])
  expect(Object.isFrozen(ruleset)).toBe(true)
})

test('settings change severities and turn rules off, which stay known', async () => {
  const library = await shared()
  const { content } = await readPack(
    { name: 'mine', files: new Map([['no-officer/rule.yaml', good]]) },
    library.concepts
  )
  const parts = { packs: [content], concepts: library.concepts }
  expect(createRuleset({ ...parts, settings: new Map([['mine/no-officer', 'info']]) }).rules[0]!.severity).toBe('info')
  const off = createRuleset({ ...parts, settings: new Map([['mine/no-officer', 'off']]) })
  expect(off.rules).toEqual([])
  expect([...off.knownRuleIds]).toEqual(['mine/no-officer'])
})

test.each([
  [
    'unknown key',
    good.replace('severity:', 'severty:'),
    /mine\/no-officer\/rule\.yaml:3 severty: unknown key "severty"; did you mean "severity"\?/
  ],
  ['missing key', good.replace('severity: error\n', ''), /the key "severity" is missing/],
  [
    'unknown category',
    good.replace('threat-arrest', 'threat-arest'),
    /:2 category: "threat-arest" is not one of .*; did you mean "threat-arrest"\?/
  ],
  [
    'bad pattern',
    good.replace('{officer} .. arrest~', '{officer .. arrest~'),
    /:6 patterns\.en\.0: the pattern "\{officer \.\. arrest~" is wrong at character 1: this \{ is never closed/
  ],
  ['unknown concept', good.replace('{officer}', '{offcer}'), /names the concept "offcer", which is not there/],
  ['missing message', good.replace('found:', 'fund:'), /:10 messages: the message "found" is missing/],
  [
    'unknown source',
    `${good}references: [{ source: fdcpa, clause: '1' }]\n`,
    /references\.0\.source: "fdcpa" is not in sources\.yaml/
  ],
  ['syntax', good.replace('languages: [en]', 'languages: [en'), /rule\.yaml:\d+ : /]
])('%s is told with its place', async (_, text, expected) => {
  const problems = await problemsOf({ 'no-officer/rule.yaml': text })
  expect(problems.join('\n')).toMatch(expected)
})

test('a rule is named after what it does', async () => {
  expect((await problemsOf({ 'officers/rule.yaml': good })).join()).toMatch(/a rule of kind prohibit is named no-…/)
  expect((await problemsOf({ 'No_Officer/rule.yaml': good })).join()).toMatch(/is no rule id/)
})

test('an empty folder, a doubled concept and a concept that leads to itself are problems', async () => {
  expect((await problemsOf({})).join()).toMatch(/there is no rule in this folder/)
  expect(
    (
      await problemsOf({
        'concepts/own.yaml': 'officer: { means: x, en: { words: [x] } }',
        'no-officer/rule.yaml': good
      })
    ).join()
  ).toMatch(/is one of the shared ones/)
  const circle = "officer: { means: x, en: { patterns: ['{b}'] } }\nb: { means: x, en: { patterns: ['{officer} x'] } }"
  expect((await problemsOf({ 'no-officer/rule.yaml': good }, circle)).join()).toMatch(
    /leads back to itself: officer → b → officer/
  )
})
