import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { lintFile } from '../src/lint/index.ts'
import { formatOf } from '../src/parse/index.ts'
import { loadReport } from '../src/report/registry.ts'
import { createSourceFile } from '../src/source/index.ts'
import { coreRules } from './core-rules.ts'

const { ruleset } = await coreRules()
const root = fileURLToPath(new URL('../fixtures/', import.meta.url))
const scripts = ['err', 'ok'].flatMap(folder =>
  readdirSync(root + folder)
    .filter(name => formatOf(name))
    .map(name => `${folder}/${name}`)
)

test.each(scripts)('fixtures/%s', async path => {
  const file = createSourceFile(`fixtures/${path}`, readFileSync(root + path, 'utf8'))
  const { diagnostics, suppressed } = await lintFile(file, formatOf(path)!, ruleset, {
    locale: 'en',
    inlineConfig: true
  })
  const render = await loadReport('stylish')
  const out = render([{ path: file.path, diagnostics, suppressed }], { locale: 'en', colorLevel: 0, explain: false })
  await expect(out).toMatchFileSnapshot(`${root}${path.replace(/\.[a-z]+$/, '.out')}`)
  expect(diagnostics.some(diagnostic => diagnostic.severity === 'error')).toBe(path.startsWith('err/'))
})
