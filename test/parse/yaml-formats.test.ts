import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatOf, parseScript } from '../../src/parse/index.ts'
import { outline } from '../../src/script/outline.ts'
import { createSourceFile, positionAt } from '../../src/source/index.ts'

const folder = new URL('../../fixtures/formats/', import.meta.url)
const names = readdirSync(folder).filter(name => /\.(?:ya?ml|json)$/.test(name))

describe('each shape is read as its expected outline says', () => {
  test.each(names)('%s', async name => {
    const file = createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'))
    const { script, troubles } = await parseScript(file, formatOf(name)!)
    const lines = troubles.map(({ code, span, data }) => {
      const { line, column } = positionAt(file, span.start)
      return `trouble ${line}:${column} ${code} ${data ? JSON.stringify(data) : ''}`.trimEnd()
    })
    const text = outline(script) + lines.map(line => `${line}\n`).join('')
    await expect(text).toMatchFileSnapshot(new URL(`${name}.parsed`, folder).pathname)
  })
})
