import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScript } from '../../src/parse/index.ts'
import { createSourceFile } from '../../src/source/index.ts'

const folder = new URL('../../fixtures/formats/', import.meta.url)
const sources = readdirSync(folder)
  .filter(name => /\.(?:ya?ml|json)$/.test(name))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))

async function parse(text: string) {
  const file = createSourceFile('x.yaml', text)
  const result = await parseScript(file, 'yaml')
  return { ...result, codes: result.troubles.map(trouble => trouble.code), text: file.text }
}

/** Every part, branch and note stands inside the file, and verbatim text is the text of the file. */
async function check(source: string): Promise<void> {
  const { script, troubles, text } = await parse(source)
  expect(script.steps.length).toBeGreaterThan(0)
  const places = [
    ...script.comments,
    ...script.unread,
    ...troubles,
    ...script.steps,
    ...script.steps.flatMap(step => step.items)
  ]
  for (const { span } of places) {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThanOrEqual(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
  for (const item of script.steps.flatMap(step => step.items)) {
    const spoken = item.kind === 'branch' ? item.condition : item.text
    for (const { start, end, sourceStart, sourceEnd, decoded } of spoken?.segments ?? []) {
      if (!decoded) expect(text.slice(sourceStart, sourceEnd)).toBe(spoken!.value.slice(start, end))
    }
  }
}

describe('no text makes the parser throw, and all places stand in the file', () => {
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), bytes => check(new TextDecoder().decode(bytes)))
    )
  })

  test('files cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sources), fc.nat(), (source, at) =>
        check(source.slice(0, at % (source.length + 1)))
      )
    )
  })

  test('files with pieces put in', async () => {
    const pieces = fc.constantFrom(
      '\n',
      '"',
      "'",
      '- ',
      '  ',
      ': ',
      '{',
      '[',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '|\n',
      '\t',
      '# ',
      '---\n',
      '!!set ',
      '? ',
      '\u2028',
      '\0',
      '{{'
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(fc.tuple(fc.nat(), pieces), { maxLength: 4 }),
        (source, edits) =>
          check(
            edits.reduce(
              (text, [at, piece]) => text.slice(0, at % text.length) + piece + text.slice(at % text.length),
              source
            )
          )
      )
    )
  })

  test('any order of keys and values', async () => {
    const key = fc.constantFrom(
      'steps',
      'agent',
      'say',
      'customer',
      'role',
      'text',
      'content',
      'branches',
      'next',
      'if',
      'goto',
      'then',
      'else',
      'on',
      'lines',
      'nodes',
      'edges',
      'connections',
      'source',
      'target',
      'prompt',
      'never',
      'expect',
      'title',
      'id',
      'metadata',
      'channel',
      'voicemail',
      'judge',
      'stories',
      'nlu',
      'responses',
      'utter_x',
      'value',
      'name',
      'type',
      'x'
    )
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('end', 'call me back tomorrow please', '“quoted', 1, true, null, 'a\nb', '您好，请问是本人吗'),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 5 })
      )
    }))
    await fc.assert(
      fc.asyncProperty(tree, value => check(JSON.stringify(value, undefined, 1) ?? '')),
      { numRuns: 500 }
    )
  })
})

describe('hostile input is trouble, not a wait', () => {
  test('aliases that multiply', async () => {
    const levels = 'bcdefghij'
      .split('')
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(', ')}]`)
    const { codes } = await parse(['a: &a [call me back tomorrow]', ...levels, 'agent: hello'].join('\n'))
    expect(codes).toContain('yaml-alias-bomb')
  })

  test.each([
    ['[', '['.repeat(20_000)],
    ['{"a":', '{"a":'.repeat(20_000)],
    ['- ', '- '.repeat(10_000)],
    ['? ', '? '.repeat(10_000)],
    ['a: ', Array.from({ length: 800 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')]
  ])('nesting of %s', async (_, source) => {
    const { codes } = await parse(source)
    expect(codes).toContain('too-deep')
  })

  test('what stands beside a nest is still read', async () => {
    const { script } = await parse(
      `agent: Good morning to you.\nx: ${'['.repeat(500)}${']'.repeat(500)}\ncustomer: Hello?\n`
    )
    expect(script.steps[0]?.items).toHaveLength(2)
  })

  test('nests put into nests by aliases', async () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}]`)
    const { codes } = await parse(['a0: &a0 [x]', ...lines].join('\n'))
    expect(codes).toContain('too-deep')
  })

  test('an alias of itself', async () => {
    const { codes } = await parse('a: &a\n  agent: Good morning.\n  b: *a\n')
    expect(codes).toEqual(['yaml-syntax'])
  })

  test('ten thousand keys, of which two are the same', async () => {
    const keys = Array.from({ length: 10_000 }, (_, at) => `key${at}: value`)
    const started = performance.now()
    const { troubles } = await parse(['agent: Good morning.', ...keys, 'key7: again'].join('\n'))
    expect(performance.now() - started).toBeLessThan(5000)
    expect(troubles).toMatchObject([{ code: 'yaml-syntax', data: { message: 'Map keys must be unique: key7' } }])
  })

  test('a file full of errors', async () => {
    const { troubles } = await parse(']\n'.repeat(5000))
    expect(troubles.filter(({ code }) => code === 'yaml-syntax')).toHaveLength(20)
  })
})

test.each([
  ['channel: phone', 'channel', 'phone'],
  ['facts: {party: neighbour}', 'party', 'neighbour'],
  ['jurisdiction: [us, everywhere]', 'jurisdiction', 'everywhere']
])('%s is no value of the fact', async (source, name, value) => {
  const { troubles, text } = await parse(`agent: Good morning.\n${source}\n`)
  expect(troubles).toMatchObject([{ code: 'unknown-fact-value', data: { name, value } }])
  const { span } = troubles[0]!
  expect(text.slice(span.start, span.end)).toBe(value)
})

test('other tools may keep what they like in their metadata', async () => {
  const { script, troubles } = await parse('metadata: {channel: whatsapp, jurisdiction: UK}\nagent: Good morning.\n')
  expect(troubles).toEqual([])
  expect(script.facts).toEqual({ jurisdiction: ['uk'] })
})

test('a number sign in a text is no comment', async () => {
  const { script } = await parse('agent: "Press # now" # a comment\nnote: |\n  # a heading\n#last')
  expect(script.comments.map(({ text }) => text)).toEqual(['a comment', 'last'])
})
