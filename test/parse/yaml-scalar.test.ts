import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Alias, parseDocument, Scalar, stringify } from 'yaml'
import { readDocuments } from '../../src/parse/yaml/documents.ts'
import type { YamlNode, YamlScalar } from '../../src/parse/yaml/tree.ts'
import { createSourceFile, positionAt, type SpokenText, toSource } from '../../src/source/index.ts'

const styles = [
  Scalar.PLAIN,
  Scalar.QUOTE_SINGLE,
  Scalar.QUOTE_DOUBLE,
  Scalar.BLOCK_FOLDED,
  Scalar.BLOCK_LITERAL
] as const

const words = fc.constantFrom(
  'pay',
  '张先生',
  '逾期',
  'a',
  "it's",
  '"no"',
  ':',
  '#',
  '😀',
  '-',
  '\\',
  '\t',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '\u00e9',
  '\r',
  'x y'
)
const texts = fc.oneof(
  fc.array(words, { maxLength: 20 }).map(list => list.join('')),
  fc.array(words, { maxLength: 30 }).map(list => list.join(' ')),
  fc.string({ unit: 'grapheme' })
)

describe('the value is the library’s own, and every segment leads back to its source', () => {
  test.each(styles)('stringified as %s', style => {
    fc.assert(
      fc.property(texts, fc.constantFrom('\n', '\r\n'), fc.boolean(), (value, lineBreak, inList) => {
        const scalar = new Scalar(value)
        scalar.type = style
        const made = stringify(
          { first: 'x', nest: inList ? [scalar, { inner: scalar }] : scalar, last: 'y' },
          { lineWidth: 30 }
        )
        checkSource(made.replaceAll(/\r?\n/g, lineBreak))
      }),
      { numRuns: 300 }
    )
  })

  const pieces = [
    'a',
    '张',
    ' ',
    '  ',
    '\n',
    '\n ',
    '\n  ',
    '\n   ',
    '\r\n',
    '\r\n  ',
    '\t',
    '\\n',
    '\\',
    '\\\n  ',
    '\\x41',
    '\\u4e2d',
    '\\U0001F600',
    '\\q',
    "''",
    '"',
    "'",
    ' # ',
    ': ',
    '😀',
    '\r'
  ]
  test.each([
    ['plain', 'k: ', '\nz: y\n'],
    ['single', "k: '", "'\nz: y\n"],
    ['double', 'k: "', '"\nz: y\n'],
    ['literal', 'k: |', '\nz: y\n'],
    ['literal strip', 'k: |-\n  ', '\nz: y\n'],
    ['literal keep', 'k: |+ # why\n  ', '\n\n  \nz: y\n'],
    ['folded', 'k: >\n  ', '\nz: y\n'],
    ['folded keep', 'k: >+\r\n  ', '\r\n\r\nz: y'],
    ['folded indent', 'k: >1-\n  ', ''],
    ['literal indent in a list', '- |2\n   ', '\n  \n'],
    ['flow', '[', ', b]']
  ])('hand-made %s', (_, before, after) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), list =>
        checkSource(before + list.join('') + after)
      ),
      { numRuns: 1000 }
    )
  })

  test('any text at all', () => {
    const characters = fc.constantFrom(...'ab:-#|>"\'\\[]{},&*!%@?~ \n\n\n\t\r中😀'.match(/./gsu)!)
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 60 }), list => checkSource(list.join(''))),
      { numRuns: 3000 }
    )
  })
})

describe('a word is found on its own line and column', () => {
  test.each([
    ['plain', 'a: we will call you', 'call', 1, 12],
    ['plain over lines', 'a: we will\n   call\n\n   you now', 'you', 4, 4],
    ['single quotes', "a: 'it''s your debt'", 'debt', 1, 16],
    ['single quotes over lines', "a: 'it''s\n    your debt'", 'debt', 2, 10],
    ['double quotes', 'a: "one\\ttwo \\u4e2d three"', 'three', 1, 21],
    ['double quotes over lines', 'a: "one\n  two \\\n   three"', 'three', 3, 4],
    ['literal', 'a: |\n  first\n    second word\n\n  third\n', 'third', 5, 3],
    ['more-indented literal', 'a: |\n  first\n    second word\n', 'word', 3, 12],
    ['literal strip', 'a: |-\n    first\n    last\n\n', 'last', 3, 5],
    ['folded', 'a: >\n  first\n  second\n\n  third\n', 'third', 5, 3],
    ['folded, more indented', 'a: >\n  first\n    * second\n  third\n', 'second', 3, 7],
    ['folded keep', 'a: >+\n\n  first\n  second\n\n\nb: c', 'second', 4, 3],
    ['indent indicator', 'a: |2\n    first\n  second\n', 'first', 2, 5],
    ['block with a comment', '- >- # why\n first\n second', 'second', 3, 2],
    ['CRLF literal', 'x: y\r\na: |\r\n  first\r\n  second\r\n', 'second', 4, 3],
    ['CRLF folded', 'x: y\r\na: >\r\n  first\r\n  second\r\n', 'second', 4, 3],
    ['CRLF quotes', 'a: "first\r\n  second"\r\n', 'second', 2, 3],
    ['a byte order mark', '\uFEFFa: first', 'first', 1, 4],
    ['Chinese', '话术: >\n  您好，\n  张先生，您的账单😀已经逾期\n', '逾期', 3, 15],
    ['an anchor', 'a: &hello good day\nb: [*hello]', 'day', 1, 16],
    ['a merge key', 'a: &base\n  say: good day\nb:\n  <<: *base\n  x: y', 'day', 2, 13],
    ['a tag', 'a: !!str good day', 'day', 1, 15],
    ['JSON', '{\n\t"a": "one\\ntwo three"\n}', 'three', 2, 17]
  ])('%s', (_, source, word, line, column) => {
    const file = createSourceFile('x.yaml', source)
    const places: unknown[] = []
    for (const { text } of scalars(readDocuments(file.text).roots)) {
      const at = text.value.indexOf(word)
      if (at < 0) continue
      const span = toSource(text, at, at + word.length)
      expect(file.text.slice(span.start, span.end)).toBe(word)
      places.push(positionAt(file, span.start))
    }
    expect(places).not.toHaveLength(0)
    for (const place of places) expect(place).toEqual({ line, column })
  })
})

test('merge keys: the map itself wins, then the earlier merge', () => {
  const source = 'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  x: 3\n  <<: [*a, *b]\n'
  const root = readDocuments(source).roots[0]!
  const c = root.kind === 'map' ? root.entries[2]!.value : undefined
  const pairs =
    c?.kind === 'map'
      ? c.entries.map(({ key, value }) => [key.text.value, value.kind === 'scalar' && value.text.value])
      : []
  expect(Object.fromEntries(pairs)).toEqual({ x: '3', y: '1', z: '2' })
})

/** Compares every scalar of a text with the library's reading, and holds its segments to their law. */
function checkSource(text: string): void {
  const ours = [...scalars(readDocuments(text).roots)].map(({ text: spoken }) => spoken.value)
  const document = parseDocument(text, { uniqueKeys: false, keepSourceTokens: true })
  if (document.errors.length === 0) {
    const theirs = libraryScalars(document.contents)
    if (ours.length > 0) expect(ours).toEqual(theirs)
  }
  const isSound = document.errors.length === 0
  for (const { text: spoken } of scalars(readDocuments(text).roots)) checkSegments(spoken, text, isSound)
}

function checkSegments(text: SpokenText, source: string, isSound: boolean): void {
  let end = 0
  let sourceEnd = 0
  for (const segment of text.segments) {
    expect(segment.start).toBe(end)
    expect(segment.sourceStart).toBeGreaterThanOrEqual(sourceEnd)
    const value = text.value.slice(segment.start, segment.end)
    const raw = source.slice(segment.sourceStart, segment.sourceEnd)
    if (!segment.decoded) expect(raw).toBe(value)
    else if (isSound && /^\s+$/.test(raw)) expect(value).toMatch(/^[\n ]+$/)
    end = segment.end
    sourceEnd = segment.sourceEnd
  }
  expect(end).toBe(text.value.length)
}

function* scalars(nodes: readonly YamlNode[]): Generator<YamlScalar> {
  for (const node of nodes) {
    if (node.kind === 'scalar') yield node
    else if (node.kind === 'list') yield* scalars(node.items)
    else for (const { key, value } of node.entries) yield* scalars([key, value])
  }
}

function libraryScalars(node: unknown): string[] {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (value instanceof Alias) found.push('')
    else if (value instanceof Scalar) found.push(value.source ?? '')
    else if (value && typeof value === 'object' && 'items' in value) (value.items as unknown[]).forEach(visit)
    else if (value && typeof value === 'object' && 'key' in value && 'value' in value) {
      if (value.key instanceof Scalar) visit(value.key)
      else found.push('')
      if (value.value === null) found.push('')
      else visit(value.value)
    }
  }
  visit(node)
  return found
}
