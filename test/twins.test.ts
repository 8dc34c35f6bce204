import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lintFile } from '../src/lint/index.ts'
import { formatOf } from '../src/parse/index.ts'
import { walkParts } from '../src/script/index.ts'
import { createSourceFile } from '../src/source/index.ts'
import { coreRules } from './core-rules.ts'

const { ruleset } = await coreRules()
const folder = fileURLToPath(new URL('../fixtures/twins/', import.meta.url))
const names = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => name.replace(/\.md$/, ''))

/** Rule, step, message and words of each finding: all that does not hang on the format. */
async function findings(path: string, change: (text: string) => string = text => text): Promise<string[]> {
  const file = createSourceFile(path, change(readFileSync(folder + path, 'utf8')))
  const { diagnostics, script } = await lintFile(file, formatOf(path)!, ruleset, { locale: 'en', inlineConfig: true })
  return diagnostics
    .map(({ ruleId, messageId, span, message }) => {
      const place = [...walkParts(script)].find(
        ({ part }) => part.span.start <= span.start && span.end <= part.span.end
      )
      return `${place?.step.id ?? '-'} ${ruleId} ${messageId}: ${message}`
    })
    .sort()
}

test('there is a pair for each writing system', () => {
  expect(names.length).toBeGreaterThanOrEqual(3)
})

test.each(names)('%s: Markdown and YAML give the same findings', async name => {
  const markdown = await findings(`${name}.md`)
  expect(markdown.some(line => line.includes('core/no-'))).toBe(true)
  expect(await findings(`${name}.yaml`)).toEqual(markdown)
})

test.each(names)('%s: an unrelated step changes nothing', async name => {
  const more = await findings(
    `${name}.md`,
    text => `${text}\n\n## Weather {#weather}\n\n**Agent:** It has been raining all day here.\n`
  )
  // But that nothing leads to it.
  expect(more.filter(line => !line.includes('core/no-unreachable-step'))).toEqual(await findings(`${name}.md`))
})
