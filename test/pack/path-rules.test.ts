import { expect, test } from 'vitest'
import { readRuleFile } from '../../src/pack/rule-file.ts'

const text = (value: string) => `{ en: ${value}, zh-Hans: ${value}, zh-Hant: ${value} }`
const frame = `severity: info
languages: [en]
title: ${text('x')}
why: ${text('x')}
advice: { en: [x], zh-Hans: [x], zh-Hant: [x] }
`
const found = `messages: { found: ${text('x')} }\n`
const missing = `messages: { missing: ${text('x')} }\n`
const onPath = `messages: { missing: ${text('x')}, missing-on-path: ${text('x')} }\n`
const elements = 'elements: { a: { patterns: { en: [a] } } }\n'

async function problemsOf(id: string, body: string): Promise<string[]> {
  const { problems } = await readRuleFile(`mine/${id}/rule.yaml`, id, frame + body)
  return problems.map(({ key, message }) => `${key}: ${message}`)
}

test.each([
  ['require-a', `kind: require\ncategory: recording-notice\n${elements}${missing}`],
  ['require-a', `kind: require\ncategory: recording-notice\n${elements}scope: every-path\nwhen: [agreed]\n${onPath}`],
  [
    'require-a',
    `kind: require\ncategory: verify-identity\n${elements}before: [debt-told]\ncounts: [verified]\n${onPath}`
  ],
  ['no-a', `kind: prohibit\ncategory: third-party-disclosure\nfacts: [debt-told]\nwhile: [machine]\n${found}`],
  [
    'a-before-b',
    `kind: order\ncategory: debt-details\nfirst: { facts: [debt-told] }\nlater: { patterns: { en: [pay] } }\n${onPath}`
  ],
  ['no-a', `kind: structure\ncategory: flow\ntrouble: dead-end\n${found}`]
])('%s is right: %s', async (id, body) => {
  expect(await problemsOf(id, body)).toEqual([])
})

test.each([
  [
    'require-a',
    `kind: require\ncategory: recording-notice\n${elements}scope: every-path\n${missing}`,
    'the message "missing-on-path" is missing'
  ],
  [
    'require-a',
    `kind: require\ncategory: recording-notice\n${elements}${onPath}`,
    'no finding of this rule uses the message "missing-on-path"'
  ],
  [
    'require-a',
    `kind: require\ncategory: recording-notice\n${elements}scope: opening\npaths: [agreed]\n${onPath}`,
    'leave "paths" out'
  ],
  [
    'require-a',
    `kind: require\ncategory: recording-notice\n${elements}before: [dept-told]\n${onPath}`,
    'did you mean "debt-told"?'
  ],
  [
    'require-a',
    `kind: require\ncategory: recording-notice\n${elements}while: [machine]\n${missing}`,
    'a rule of kind require has no "while"'
  ],
  [
    'no-a',
    `kind: prohibit\ncategory: deception\nfacts: [debt-told]\n${found}`,
    'facts are looked at on paths: add "while" or "times"'
  ],
  ['no-a', `kind: prohibit\ncategory: deception\nwhile: [machine]\n${found}`, 'patterns'],
  [
    'no-a',
    `kind: order\ncategory: debt-details\nfirst: { facts: [debt-told] }\nlater: { facts: [paying] }\n${onPath}`,
    'a rule of kind order is named …-before-…'
  ],
  [
    'a-before-b',
    `kind: order\ncategory: debt-details\nfirst: { facts: [debt-told] }\n${onPath}`,
    'the key "later" is missing'
  ],
  ['no-a', `kind: structure\ncategory: deception\ntrouble: dead-end\n${found}`, 'has the category of a flow problem'],
  ['no-a', `kind: structure\ncategory: flow\ntrouble: dead-ends\n${found}`, 'did you mean "dead-end"?'],
  ['no-a', `kind: structure\ncategory: flow\ntrouble: dead-end\npatterns: { en: [a] }\n${found}`, 'has no "patterns"']
])('%s is told what is wrong in %s', async (id, body, problem) => {
  expect((await problemsOf(id, body)).join('\n')).toContain(problem)
})
