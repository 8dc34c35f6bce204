import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScript } from '../../src/parse/index.ts'
import { meaningOf } from '../../src/parse/yaml/vocabulary.ts'
import { createSourceFile } from '../../src/source/index.ts'

const page = readFileSync(new URL('../../docs/scripts.md', import.meta.url), 'utf8')
const section = page.slice(page.indexOf('\n## YAML'))

test('the example of the guide is read without trouble', async () => {
  const example = /```yaml\n(.*?)```/su.exec(section)![1]!
  const { script, troubles } = await parseScript(createSourceFile('guide.yaml', example), 'yaml')
  expect(troubles).toEqual([])
  expect(script.unread).toEqual([])
  expect(script.facts).toEqual({ jurisdiction: ['us'], channel: ['call'] })
  expect(script.steps.map(({ id }) => id)).toEqual(['opening', 'it-is-a-bad-time', 'check', 'somebody-else'])
})

test('all keys of a row of the guide mean the same', () => {
  const rows = [...section.matchAll(/^\| (`[^|]+`) \| ([^|]+) \|/gmu)].filter(
    ([, first]) => !first!.includes('prompt:')
  )
  expect(rows.length).toBeGreaterThan(8)
  for (const [, first, others] of rows) {
    const keys = `${first}, ${others}`.split(',').map(key => key.replaceAll('`', '').trim())
    const meanings = new Set(keys.map(meaningOf))
    expect([...meanings], keys.join()).toHaveLength(1)
    expect([...meanings], keys.join()).not.toContain(undefined)
  }
})
