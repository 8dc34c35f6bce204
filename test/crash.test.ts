import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverFile, lintFile } from '../src/lint/index.ts'
import { formatOf } from '../src/parse/index.ts'
import type { Script } from '../src/script/index.ts'
import { createSourceFile, positionAt } from '../src/source/index.ts'
import { coreRules } from './core-rules.ts'

const { ruleset } = await coreRules()
const options = { locale: 'en', inlineConfig: true } as const
const formats: readonly Script['format'][] = ['markdown', 'yaml']

/** Lints and covers; whatever comes out lies inside the file and in order. */
async function survive(text: string, format: Script['format']): Promise<void> {
  const file = createSourceFile(`input.${format}`, text)
  const { diagnostics } = await lintFile(file, format, ruleset, options)
  let last = 0
  for (const { span, start } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(last)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    expect(span.end).toBeLessThanOrEqual(file.text.length)
    expect(positionAt(file, span.start)).toEqual(start)
    last = span.start
  }
  await coverFile(file, format, ruleset, options)
}

const pieces = fc.constantFrom(
  ...'**Agent:** |> |- |# |```|\n|\r\n|  |{{x}}|[a](#b)|→|If no:|坐席：|“|”|<!--|-->|---|| a | b ||&amp;|\\*|: |- a: |&x |*x|! |" |\' |{|}|[|]|steps:|  - id: a|    agent: |police|arrest|不还|会|联系|你的父母|\u0000|\u{1f600}|\ud800|\ufeff|\u2028'.split(
    '|'
  )
)
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map(parts => parts.join(''))
)

test.each(formats)('random text in %s ends in diagnostics', async format => {
  await fc.assert(
    fc.asyncProperty(junk, text => survive(text, format)),
    { numRuns: 400 }
  )
})

const nested: readonly [string, string][] = [
  ['quotes', '> '.repeat(3000) + 'We will call your mother.'],
  ['lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- item`).join('\n')],
  ['brackets', '['.repeat(5000)],
  ['flow', '{a: '.repeat(2000)],
  ['sequences', '- '.repeat(2000) + 'x'],
  ['json', '['.repeat(20000) + ']'.repeat(20000)],
  ['fences', '```\n'.repeat(2000)],
  ['one long line', 'We will call your mother '.repeat(8000)],
  ['no stop', '我们会联系你的父母'.repeat(8000)],
  ['negations', 'not never no '.repeat(8000)],
  [
    'aliases',
    'a: &a [x, x]\n' +
      Array.from(
        { length: 30 },
        (_, at) => `b${at}: &b${at} [*${at ? `b${at - 1}` : 'a'}, *${at ? `b${at - 1}` : 'a'}]`
      ).join('\n')
  ],
  ['keys', Array.from({ length: 10000 }, (_, at) => `key${at}: value`).join('\n')]
]

test.each(nested.flatMap(([name, text]) => formats.map(format => [name, format, text] as const)))(
  '%s in %s is bounded',
  async (_, format, text) => {
    await survive(text, format)
  }
)

const real = fileURLToPath(new URL('../../shared/real/', import.meta.url))
const realFiles = existsSync(real) ? readdirSync(real).filter(name => name !== 'MANIFEST.jsonl') : []

test.skipIf(realFiles.length === 0)(
  'scripts from the wild, whole and cut short, end in diagnostics',
  { timeout: 240_000 },
  async () => {
    for (const name of realFiles) {
      const text = readFileSync(join(real, name), 'utf8')
      const format = formatOf(name) ?? 'markdown'
      for (const share of [1, 0.61, 0.27]) await survive(text.slice(0, Math.floor(text.length * share)), format)
    }
  }
)
