import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { disclosureCategories, tacticCategories } from '../src/diagnostic/index.ts'
import { readSpecimens, runSpecimens } from '../src/lint/index.ts'
import { parseScript } from '../src/parse/index.ts'
import { walkParts } from '../src/script/index.ts'
import { createSourceFile } from '../src/source/index.ts'
import { coreRules } from './core-rules.ts'

const { content, problems, ruleset } = await coreRules()
const rules = content.rules.map(rule => ({ id: rule.id, rule }))

function specimensOf(id: string) {
  return readSpecimens(
    readFileSync(fileURLToPath(new URL(`../rules/core/${id}/specimens.md`, import.meta.url)), 'utf8')
  )
}

test('the pack and the shared concepts have no problems', () => {
  expect(problems).toEqual([])
})

test('every tactic has a rule, and so have the disclosures that every call needs', () => {
  const covered = new Set(content.rules.map(rule => rule.category))
  expect([...tacticCategories].filter(category => !covered.has(category))).toEqual([])
  const needed = disclosureCategories.filter(category =>
    ['identify-caller', 'verify-identity', 'recording-notice', 'complaint-channel'].includes(category)
  )
  expect(needed.filter(category => !covered.has(category))).toEqual([])
})

test.each(rules)('$id: every specimen holds', async ({ id }) => {
  const { specimens, problems: malformed } = specimensOf(id)
  expect(malformed).toEqual([])
  const results = await runSpecimens(`core/${id}`, specimens, ruleset)
  expect(results.filter(result => !result.passed).map(({ specimen, messages }) => ({ ...specimen, messages }))).toEqual(
    []
  )
})

test.each(rules)('$id: fires and stays silent in each language it claims', ({ id, rule }) => {
  const { specimens } = specimensOf(id)
  for (const language of rule.languages) {
    const verdicts = specimens.filter(specimen => specimen.language === language).map(specimen => specimen.verdict)
    expect(verdicts.filter(verdict => verdict === 'expect').length, language).toBeGreaterThanOrEqual(2)
    expect(verdicts.filter(verdict => verdict === 'ok').length, language).toBeGreaterThanOrEqual(2)
  }
  expect(specimens.filter(specimen => !rule.languages.includes(specimen.language))).toEqual([])
})

test.each(
  rules.filter(
    ({ rule }) =>
      rule.kind === 'prohibit' &&
      rule.groups.some(group => group.in.includes('spoken')) &&
      rule.groups.some(group => group.in.includes('instructed'))
  )
)('$id: has specimens that fire on speech and on instructions', async ({ id, rule }) => {
  const fired = specimensOf(id).specimens.filter(specimen => specimen.verdict === 'expect')
  for (const language of rule.languages) {
    const kinds = new Set<string>()
    for (const { text } of fired.filter(specimen => specimen.language === language)) {
      const { script } = await parseScript(createSourceFile('specimen.md', text), 'markdown')
      for (const { part } of walkParts(script)) kinds.add(part.kind)
    }
    expect([...kinds], language).toEqual(expect.arrayContaining(['utterance', 'instruction']))
  }
})

test.each(rules)('$id: speaks every language in full sentences, and quotes what it found', ({ rule }) => {
  for (const [id, texts] of Object.entries(rule.messages)) {
    for (const text of Object.values(texts)) {
      expect(text.length).toBeGreaterThan(10)
      if (id === 'found') expect(text).toContain('{{phrase}}')
    }
    expect(texts['zh-Hans']).toMatch(/\p{Script=Han}/u)
    expect(texts['zh-Hant']).not.toBe(texts['zh-Hans'])
  }
  for (const lines of Object.values(rule.advice)) expect(lines.length).toBeGreaterThan(0)
})

test.each(rules)('$id: its own advice is clean', async ({ id, rule }) => {
  const lines = Object.entries(rule.advice).flatMap(([language, advice]) =>
    advice.map((text, line) => ({
      verdict: 'ok' as const,
      language: language as never,
      text: `**Agent:** ${text}`,
      line
    }))
  )
  const results = await runSpecimens(`core/${id}`, lines, ruleset)
  if (rule.kind === 'prohibit')
    expect(results.filter(result => !result.passed).map(result => result.specimen.text)).toEqual([])
})

test('no rule is named with words that say nothing', () => {
  expect(content.rules.filter(rule => /(?:^|-)(?:avoid|prefer|bad|good|check|rule)(?:-|$)/.test(rule.id))).toEqual([])
})
