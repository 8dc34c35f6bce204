import { createRuleset, readConcepts, readPack } from '../../src/pack/index.ts'
import type { Ruleset } from '../../src/rule/index.ts'

const texts = (text: string) => `{ en: ${text}, zh-Hans: ${text}, zh-Hant: ${text} }`
const frame = (found: string) => `
title: ${texts('x')}
why: ${texts('x')}
advice: { en: [Say this], zh-Hans: [这样说], zh-Hant: [這樣說] }
messages:
${found}
`

const concepts = `
officer: { means: x, en: { nouns: [officer] }, zh: { words: [警察] } }
stance-prohibition: { means: x, en: { words: [never] }, zh: { words: [严禁] } }
stance-denial: { means: x, en: { words: [not] }, zh: { words: [不会] } }
`

const files = {
  'no-officer/rule.yaml': `kind: prohibit
category: threat-arrest
severity: error
languages: [en, zh-Hans, zh-Hant]
patterns: { en: ['{officer} .. (come~ | arrest~)'], zh: ['{officer} .. (来 | 抓)'] }
${frame(`  found: { en: 'Officer: “{{phrase}}”', zh-Hans: '警察：“{{phrase}}”', zh-Hant: '警察：「{{phrase}}」' }`)}`,
  'no-fee/rule.yaml': `kind: prohibit
category: unfair-payment
severity: warning
evaluability: context
languages: [en]
suppressible: false
applies: { jurisdiction: [us], contact: [first] }
patterns: { en: ['extra fee'] }
${frame(`  found: ${texts("'Fee {{phrase}}'")}`)}`,
  'require-recording/rule.yaml': `kind: require
category: recording-notice
severity: info
languages: [en]
elements:
  recording: { label: ${texts('recording')}, patterns: { en: ['call .. recorded'] } }
  purpose: { label: ${texts('why')}, patterns: { en: ['for training'] } }
${frame(`  missing: ${texts("'No notice'")}\n  partial: ${texts("'Lacks {{elements}}'")}`)}`
}

/** A small pack that shows each thing the linter does with a rule. */
export async function testRuleset(): Promise<Ruleset> {
  const shared = await readConcepts({ name: 'concepts', files: new Map([['a.yaml', concepts]]) })
  const { content, problems } = await readPack({ name: 'mine', files: new Map(Object.entries(files)) }, shared.concepts)
  if (problems.length + shared.problems.length) throw new Error(JSON.stringify([...problems, ...shared.problems]))
  return createRuleset({ packs: [content], concepts: shared.concepts })
}
