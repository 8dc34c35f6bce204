import { expect, test } from 'vitest'
import type { LintOptions } from '../../src/lint/index.ts'
import { coverFile, lintFile, RuleError } from '../../src/lint/index.ts'
import type { Ruleset } from '../../src/rule/index.ts'
import { createSourceFile } from '../../src/source/index.ts'
import { testRuleset } from './ruleset.ts'

const ruleset = await testRuleset()
const options: LintOptions = { locale: 'en', inlineConfig: true }

async function lint(text: string, more: Partial<LintOptions> = {}, path = 'call.md') {
  return lintFile(createSourceFile(path, text), path.endsWith('.md') ? 'markdown' : 'yaml', ruleset, {
    ...options,
    ...more
  })
}

async function report(text: string, more: Partial<LintOptions> = {}, path?: string) {
  const { diagnostics } = await lint(text, more, path)
  return diagnostics
    .filter(d => d.category !== 'recording-notice')
    .map(d => `${d.start.line}:${d.start.column} ${d.severity} ${d.ruleId}: ${d.message}`)
}

test('a finding is placed on its words, in the reader’s language, with advice in the script’s', async () => {
  const text = '# Call\n\n**Agent:** Today the *officers\n  will come* by.\n\n**坐席：**警察明天来。\n'
  expect(await report(text)).toEqual([
    '3:23 error mine/no-officer: Officer: “officers will come”',
    '6:8 error mine/no-officer: Officer: “警察明天来”'
  ])
  expect(await report(text, { locale: 'zh-Hant' })).toContain('6:8 error mine/no-officer: 警察：「警察明天来」')
  const { diagnostics } = await lint(text)
  expect(diagnostics.filter(d => d.category === 'threat-arrest').map(d => d.advice)).toEqual([['Say this'], ['这样说']])
  expect(diagnostics.find(d => d.start.line === 3)!.end).toEqual({ line: 4, column: 12 })
})

test('words of customers, denials, prohibitions and lists of what not to say are left alone', async () => {
  const text = [
    '# Call',
    '**Customer:** Will officers come?',
    '**Agent:** Officers will not come.',
    'Never say that officers will come.',
    '## Never say\n\n- "The officers will come"'
  ].join('\n\n')
  expect(await report(text)).toEqual([])
})

test('a rule for other facts is silent, and one whose facts are unknown says on what it hangs', async () => {
  const line = '\n**Agent:** There is an extra fee.\n'
  expect(await report(`---\njurisdiction: uk\n---\n${line}`)).toEqual([])
  expect(await report(`---\njurisdiction: us-ca\ncontact: first\n---\n${line}`)).toEqual([
    '6:24 warning mine/no-fee: Needs proof: Fee extra fee'
  ])
  expect(await report(line, { facts: { jurisdiction: ['us'] } })).toEqual([
    '2:24 warning mine/no-fee: If contact: first: Needs proof: Fee extra fee'
  ])
})

test('an excuse with a reason silences its rule on the next line, in Markdown and in YAML', async () => {
  const markdown = await lint(
    '# Call\n\n<!-- dunlint-disable-next-line mine/no-officer -- quoted in training -->\n**Agent:** Officers will come.\n'
  )
  expect(markdown.diagnostics.filter(d => d.category === 'threat-arrest')).toEqual([])
  expect(markdown.suppressed.map(({ diagnostic, reason }) => [diagnostic.ruleId, reason])).toEqual([
    ['mine/no-officer', 'quoted in training']
  ])
  const yaml = await lint(
    'steps:\n  - id: a\n    # dunlint-disable-next-line mine/no-officer -- quoted in training\n    agent: |\n      Hello.\n      Officers will come.\n',
    {},
    'call.yaml'
  )
  expect(yaml.diagnostics.filter(d => d.category === 'threat-arrest')).toEqual([])
  expect(yaml.suppressed).toHaveLength(1)
})

test('an excuse counts only where inline config does', async () => {
  const text = '<!-- dunlint-disable-next-line mine/no-officer -- reason -->\n**Agent:** Officers will come.\n'
  expect(await report(text, { inlineConfig: false })).toEqual([
    '2:12 error mine/no-officer: Officer: “Officers will come”'
  ])
})

test.each([
  ['dunlint-disable-next-line mine/no-officer', 'directive/no-reason'],
  ['dunlint-disable-next-line mine/no-officer --', 'directive/no-reason'],
  ['dunlint-disable-next-line -- why', 'directive/no-rule'],
  ['dunlint-disable-next-line mine/no-oficer -- why', 'directive/unknown-rule'],
  ['dunlint-disable-next mine/no-officer -- why', 'directive/unknown-directive'],
  ['dunlint-disable-next-line mine/no-fee -- why', 'directive/not-suppressible']
])('the directive "%s" is a finding itself and excuses nothing', async (directive, ruleId) => {
  const { diagnostics, suppressed } = await lint(`<!-- ${directive} -->\n**Agent:** Officers will come.\n`)
  const ids = diagnostics.map(d => d.ruleId)
  expect(ids).toContain(ruleId)
  expect(ids).toContain('mine/no-officer')
  expect(suppressed).toEqual([])
})

test('an excuse that excuses nothing is told', async () => {
  const { diagnostics } = await lint(
    '<!-- dunlint-disable-next-line mine/no-officer -- why -->\n**Agent:** Good morning.\n'
  )
  expect(diagnostics.map(d => d.ruleId)).toContain('directive/unused')
})

test('what is required and not said is told once, at the first step, and half of it as half', async () => {
  const missing = await lint('# Opening\n\n**Agent:** Hello.\n')
  expect(missing.diagnostics.map(d => `${d.start.line} ${d.message}`)).toEqual(['1 No notice'])
  const half = await lint('# Opening\n\n**Agent:** This call is recorded.\n')
  expect(half.diagnostics.map(d => d.message)).toEqual(['Lacks why'])
  const whole = await lint('# Opening\n\n**Agent:** This call is recorded for training.\n')
  expect(whole.diagnostics).toEqual([])
})

test('nothing is called missing where the script holds no wording', async () => {
  expect((await lint('# Opening\n\nGreet the customer and explain the call.\n')).diagnostics).toEqual([])
})

test('coverage shows the status and the words that give it', async () => {
  const file = createSourceFile('call.md', '# Opening\n\n**Agent:** This call is recorded.\n')
  const { disclosures } = await coverFile(file, 'markdown', ruleset, options)
  expect(disclosures).toEqual([
    { category: 'recording-notice', status: 'partial', evidence: [{ line: 3, column: 17, text: 'call is recorded' }] }
  ])
})

test('a rule that fails is an error with its name, not silence', async () => {
  const rule = { ...ruleset.rules[0]!.rule, check: () => { throw new Error('broken') } } // biome-ignore format: one thing
  const broken: Ruleset = { ...ruleset, rules: [{ ...ruleset.rules[0]!, rule }, ...ruleset.rules.slice(1)] }
  const file = createSourceFile('call.md', '**Agent:** Hello.')
  await expect(lintFile(file, 'markdown', broken, options)).rejects.toThrow(RuleError)
  await expect(lintFile(file, 'markdown', broken, options)).rejects.toThrow(/mine\/no-fee failed: broken/)
})

test('the second reader reports what no rule names, and doubts the finding of a built-in rule that reads harmless', async () => {
  const text = '# Call\n\n**Agent:** Officers will come.\n\n**Customer:** Officers will come.\n'
  const like = (harmless: boolean): Ruleset => ({
    ...ruleset,
    rules: ruleset.rules.map(active => ({ ...active, pack: 'core' })),
    reader: { read: () => [{ start: 0, end: 18, alarming: !harmless, harmless, tactics: [] }] }
  })
  const count = async (reading: Ruleset) => {
    const { diagnostics } = await lintFile(createSourceFile('call.md', text), 'markdown', reading, options)
    return diagnostics.filter(d => d.ruleId === 'mine/no-officer').length
  }
  expect(await count(ruleset)).toBe(1)
  expect(await count(like(false))).toBe(1)
  expect(await count(like(true))).toBe(0)
})
