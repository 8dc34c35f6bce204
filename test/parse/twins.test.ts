import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatOf, parseScript } from '../../src/parse/index.ts'
import type { Step, StepItem } from '../../src/script/index.ts'
import { createSourceFile } from '../../src/source/index.ts'

const folder = new URL('../../fixtures/twins/', import.meta.url)
const names = readdirSync(folder)
  .filter(name => name.endsWith('.md'))
  .map(name => name.slice(0, -3))

test.each(names)('%s: Markdown and YAML agree', async name => {
  const markdown = await content(`${name}.md`)
  expect(markdown.steps.length).toBeGreaterThan(5)
  expect(await content(`${name}.yaml`)).toEqual(markdown)
})

/** All that a script says, without the places where it says it. */
async function content(name: string) {
  const file = createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'))
  const { script, troubles } = await parseScript(file, formatOf(name)!)
  const { title, facts } = script
  return { title, facts, troubles, steps: script.steps.map(contentOfStep) }
}

function contentOfStep({ id, title, within, continues, items }: Step) {
  return { id, title, within, continues, items: items.map(contentOfItem) }
}

function contentOfItem(item: StepItem): string {
  if (item.kind === 'branch') {
    const { target, condition } = item
    const to = target.kind === 'end' ? 'end' : target.kind === 'step' ? `#${target.step}` : `? ${target.name}`
    return condition ? `if ${condition.value} → ${to}` : `→ ${to}`
  }
  const role = item.kind === 'utterance' ? item.speaker : item.kind
  return `${role}, ${item.frame}: ${item.text.value}`
}
