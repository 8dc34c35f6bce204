import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { decodeCode, decodeFence, decodeText } from '../../src/parse/decode-text.ts'
import { toSource } from '../../src/source/index.ts'

const scrap = fc.constantFrom(
  ...[
    'a',
    'Pay ',
    '您好',
    '😀',
    '\\*',
    '\\\\',
    '\\a',
    '&amp;',
    '&#65;',
    '&#x4F60;',
    '&nosuch;',
    '&',
    '*x*',
    '**y**',
    '`co de`'
  ],
  ...[
    '\n',
    '\r\n',
    '  \n',
    '\\\n',
    '\n  ',
    '\n> ',
    '\n> > ',
    '> ',
    '- ',
    '1. ',
    '    ',
    '\t',
    '\0',
    '|',
    '_',
    '<',
    '"',
    '\n\n'
  ]
)
const markdown = fc.array(scrap, { maxLength: 24 }).map(scraps => scraps.join(''))

/** Every text and code node below a node, with the number of block quotes around it. */
function* leaves(node: Nodes, quotes = 0): Generator<{ node: Nodes; quotes: number }> {
  if ('children' in node) {
    for (const child of node.children) yield* leaves(child, quotes + (node.type === 'blockquote' ? 1 : 0))
  } else yield { node, quotes }
}

test('decodes text, code and fences to what the Markdown parser reads', () => {
  fc.assert(
    fc.property(markdown, source => {
      const root = unified().use(remarkParse).parse(source)
      for (const { node, quotes } of leaves(root)) {
        const start = node.position!.start.offset!
        const end = node.position!.end.offset!
        const known = 'value' in node ? node.value.replaceAll(/\r\n?/g, '\n') : ''
        if (node.type === 'text') expect(decodeText(source, start, end, quotes).value).toBe(known)
        if (node.type === 'inlineCode') expect(decodeCode(source, start, end, quotes).value).toBe(known)
        if (node.type === 'code' && /^[`~]/.test(source.slice(start)))
          expect(decodeFence(source, start, node.value).value).toBe(known)
      }
    }),
    { numRuns: 1500 }
  )
})

test('a line break with its indent and quote marks is one space wide', () => {
  const source = '> guaranteed\n>   approval'
  const text = decodeText(source, 2, source.length, 1)
  expect(text.value).toBe('guaranteed\napproval')
  expect(toSource(text, 11, 19)).toEqual({ start: 17, end: 25 })
})

test('a quote mark behind four columns of blanks is text', () => {
  const source = '> a\r\n\t> b'
  expect(decodeText(source, 2, source.length, 1).value).toBe('a\n> b')
})
