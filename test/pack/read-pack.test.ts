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

/** All problems with their places, of a pack with these files and modules. */
async function placedProblems(files: Record<string, string>, modules: Record<string, unknown> = {}) {
  const library = await shared()
  const pack = { name: 'mine', files: new Map(Object.entries(files)), modules: new Map(Object.entries(modules)) }
  const { problems } = await readPack(pack, library.concepts)
  return problems.map(({ file, line, column, key, message }) => `${file}:${line}:${column} ${key}: ${message}`)
}

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
  ['missing message', good.replace('found:', 'fund:'), /:9 messages: the message "found" is missing/],
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

const requiring = `kind: require
category: recording-notice
severity: info
languages: [en]
elements:
  a: { label: ${localised('a')}, patterns: { en: [a] } }
  b: { patterns: { en: [b] } }
title: ${localised('x')}
why: ${localised('x')}
messages:
  missing: ${localised('x')}
  partial: ${localised('x')}
advice: { en: [x], zh-Hans: [x], zh-Hant: [x] }
`

test('a category fits the kind, and several elements have labels', async () => {
  expect(await placedProblems({ 'require-x/rule.yaml': requiring })).toEqual([
    'mine/require-x/rule.yaml:7:3 elements.b: the key "label" is missing; a rule with several elements names each'
  ])
  const tactic = requiring
    .replace('recording-notice', 'deception')
    .replace(/ {2}b: .*\n/, '')
    .replace(/ {2}partial: .*\n/, '')
  expect((await placedProblems({ 'require-x/rule.yaml': tactic })).join('\n')).toMatch(
    /^mine\/require-x\/rule.yaml:2:11 category: a rule of kind require has the category of a disclosure, and "deception" is none: .*recording-notice/
  )
  const disclosure = good.replace('threat-arrest', 'recording-notice')
  expect((await placedProblems({ 'no-x/rule.yaml': disclosure })).join('\n')).toMatch(
    /has the category of a tactic, and "recording-notice" is none/
  )
})

test('an unknown concept is told once, at its pattern, with the one that is near', async () => {
  const unknown = good.replace("['{officer} .. arrest~']", "\n    - '{officer} comes'\n    - '{oficer} .. {oficer}'")
  expect(await placedProblems({ 'no-x/rule.yaml': unknown })).toEqual([
    `mine/no-x/rule.yaml:8:7 patterns.en.1: the pattern "{oficer} .. {oficer}" names the concept "oficer", which is not there; did you mean "officer"?`
  ])
  const concepts = "a: { means: x, en: { words: [x] } }\nb:\n  means: x\n  en:\n    patterns: ['{aa} x']\n"
  expect(await placedProblems({ 'concepts/own.yaml': concepts, 'no-x/rule.yaml': good })).toEqual([
    `mine/concepts/own.yaml:5:16 b.en.patterns.0: the pattern "{aa} x" names the concept "aa", which is not there; did you mean "a"?`
  ])
})

test('clashes and circles of concepts point to the concept', async () => {
  const files = (text: string) => ({ 'concepts/b.yaml': text, 'no-x/rule.yaml': good })
  expect(
    await placedProblems(files('x: { means: x, en: { words: [x] } }\nofficer:\n  means: x\n  en: { words: [x] }\n'))
  ).toEqual(['mine/concepts/b.yaml:2:1 officer: the concept "officer" is one of the shared ones; choose another name'])
  expect(
    await placedProblems(files("x: { means: x, en: { words: [x] } }\ny: { means: x, en: { patterns: ['{y} x'] } }"))
  ).toEqual(['mine/concepts/b.yaml:2:1 y: the concept leads back to itself: y → y'])
  const twice = {
    ...files('x: { means: x, en: { words: [x] } }'),
    'concepts/c.yaml': '\nx: { means: x, en: { words: [x] } }'
  }
  expect(await placedProblems(twice)).toEqual(['mine/concepts/c.yaml:2:1 x: the concept "x" is defined twice'])
})

test.each([
  ['schema', 'thug:\n  meens: x\n  en: { words: [thug] }\n'],
  ['syntax', 'thug:\n  means: x\n en: { words: [thug] }\n'],
  ['pattern', "thug:\n  means: x\n  en: { patterns: ['{thug'] }\n"]
])('a concept file with a wrong %s is told alone, not again in each rule', async (_, concepts) => {
  const problems = await placedProblems({
    'concepts/own.yaml': concepts,
    'no-x/rule.yaml': good.replace('{officer}', '{thug}')
  })
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.filter(problem => !problem.startsWith('mine/concepts/own.yaml:'))).toEqual([])
})

test.each([
  ["  en: ['{officer} .. arrest~']", '  en: [{officer} .. you]', 'needs quotation marks, as in "{officer} .. you"'],
  [
    "  en: ['{officer} .. arrest~']",
    '  en:\n    - {officer} .. you',
    'needs quotation marks, as in "{officer} .. you"'
  ],
  ["  en: ['{officer} .. arrest~']", '  en: [{officer}]', 'needs quotation marks, as in "{officer} .. you"'],
  ['severity: error', 'severity：error', '; this colon is full-width (：); write ":" and a blank'],
  ["  en: ['{officer} .. arrest~']", '\ten: [x]', '; indent with blanks, not with tabs'],
  ["  en: ['{officer} .. arrest~']", '    en: [x]\n  zh: [x]', '; the keys of one map begin in the same column'],
  ["'Found {{phrase}}'", 'Found: {{phrase}}', 'needs quotation marks'],
  [
    "'{officer} .. arrest~'",
    "'police.*arrest'",
    'wrong at character 7: this is no regular expression; see docs/patterns.md'
  ]
])('the mistake in %s → %s gets a plain hint', async (right, wrong, hint) => {
  expect(good).toContain(right)
  expect((await placedProblems({ 'no-x/rule.yaml': good.replace(right, wrong) })).join('\n')).toContain(hint)
})

const texts = { en: 'x', 'zh-Hans': 'x', 'zh-Hant': 'x' }
const inCode = { category: 'deception', messages: { x: texts }, patterns: { a: '{officer} .. x' }, *check() {} }

test.each<[unknown, string]>([
  [undefined, ': there is no default export of a rule, as in "export default { … }"'],
  [{ ...inCode, check: 'x' }, 'check: must be a function'],
  [{ ...inCode, check: undefined, chek: 1 }, 'chek: unknown key "chek"; did you mean "check"?'],
  [{ ...inCode, category: 'decepton' }, 'did you mean "deception"?'],
  [{ ...inCode, messages: { x: { en: 'x' } } }, 'messages.x: the key "zh-Hans" is missing'],
  [{ ...inCode, messages: undefined }, 'the key "messages" is missing'],
  [{ ...inCode, patterns: { a: 'x', b: 3 } }, 'patterns.b: must be'],
  [{ ...inCode, patterns: { a: ['{officer'] } }, 'patterns.a: the pattern "{officer" is wrong at character 1'],
  [
    { ...inCode, patterns: { a: ['{oficer} x'] } },
    'names the concept "oficer", which is not there; did you mean "officer"?'
  ]
])('a rule in code is checked: %j', async (exported, expected) => {
  const problems = await placedProblems({}, { 'no-x/rule.js': exported })
  expect(problems.join('\n')).toContain(expected)
  for (const problem of problems) expect(problem).toMatch(/^mine\/no-x\/rule\.js:.* \(rule no-x\)$/)
})

test('a rule in code that is right has no problems; a folder holds one rule', async () => {
  expect(await placedProblems({}, { 'no-x/rule.js': inCode })).toEqual([])
  expect((await placedProblems({ 'no-x/rule.yaml': good }, { 'no-x/rule.js': inCode })).join()).toMatch(
    /there are two rules in the folder no-x/
  )
})
