import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse, roles } from './read.ts'

const page = readFileSync(new URL('../../docs/scripts.md', import.meta.url), 'utf8')
const section = page.slice(page.indexOf('## Markdown'), page.indexOf('## YAML'))
const example = /```md\n([\s\S]*?)```/.exec(section)![1]!

test('the example of the guide is read as the guide says', () => {
  const { script, troubles } = parse(example)
  expect(troubles).toEqual([])
  expect(script.steps.map(({ id, continues }) => [id, continues])).toEqual([
    ['opening', true],
    ['check', false],
    ['other', false]
  ])
  expect(roles(example)).toEqual([
    'instruction | Wait for a name before you give yours.',
    'agent (Agent) | Good morning, my name is {{agent}}. May I speak with {{full_name}}?',
    'agent (Agent) | Before I go on, which street do you live in?',
    'customer (Customer) | Alder Road.',
    'agent (Agent) | Would you ask her to ring me back?'
  ])
})
