import type { BlockContent, DefinitionContent, List, ListItem, Nodes, Root, RootContent, Table } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Span, SpokenText } from '../source/index.ts'
import { composeText, sliceText, toSource } from '../source/index.ts'
import { decodeFence } from './decode-text.ts'
import { boundNesting } from './nesting.ts'
import type { Line } from './rich-text.ts'
import { linesOf, splitLines } from './rich-text.ts'

/** The shape of a text: what the reader of prose works on, whatever parser made it. */
export type Block =
  | { readonly kind: 'heading'; readonly depth: number; readonly lines: readonly Line[]; readonly span: Span }
  | { readonly kind: 'paragraph'; readonly lines: readonly Line[] }
  | { readonly kind: 'list'; readonly items: readonly ListEntry[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'fence'; readonly info: string; readonly text: SpokenText; readonly span: Span }
  | { readonly kind: 'table'; readonly header: readonly Line[]; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'rule' }

/** One entry of a list; `number` is what stands before it in an ordered list. */
export interface ListEntry {
  readonly number?: number
  readonly blocks: readonly Block[]
}

/** Takes what is not text: comments, front matter, what is nested too deep, what cannot be read. */
export interface BlockSink {
  onComment(text: SpokenText): void
  /** Code inside a line, which is left out. */
  onCode(text: SpokenText): void
  onFrontMatter(text: SpokenText): void
  onTooDeep(span: Span): void
  onUnread(reason: string, span: Span): void
}

/** A file nested deeper than this is no script; what is below is left out with a note. */
const deepest = 60

/**
 * Parses Markdown into blocks. Links, definitions and indented code are off: in call scripts brackets
 * are slots and stage directions, and an indented line is speech.
 */
export function parseBlocks(outer: SpokenText, sink: BlockSink, withFrontMatter = false): Block[] {
  const bounded = boundNesting(outer.value)
  for (const { start, end } of bounded.tooDeep.slice(0, 1)) sink.onTooDeep(toSource(outer, start, end))
  const root = parseTree(bounded.text, withFrontMatter)
  return blocksOf(root.children, { outer, parsed: bounded.text, sink, depth: 0, quotes: 0 })
}

interface Place {
  readonly outer: SpokenText
  /** What the Markdown parser was given: the text, or a copy of the same length with its nesting bounded. */
  readonly parsed: string
  readonly sink: BlockSink
  readonly depth: number
  readonly quotes: number
}

const notOurs = ['codeIndented', 'definition', 'labelStartLink', 'labelStartImage', 'labelEnd', 'autolink']

function parseTree(text: string, withFrontMatter: boolean): Root {
  const disabled = [...notOurs, ...costlyConstructs(text)]
  const processor = unified().use(remarkParse)
  processor.data('micromarkExtensions', [
    gfmTable(),
    { disable: { null: disabled } },
    ...(withFrontMatter ? [frontmatter(['yaml'])] : [])
  ])
  processor.data('fromMarkdownExtensions', [
    gfmTableFromMarkdown(),
    ...(withFrontMatter ? [frontmatterFromMarkdown(['yaml'])] : [])
  ])
  return processor.parse(text)
}

/**
 * Constructs on which the parser spends quadratic time where a text has very many of them, as no
 * script has: ever longer runs of ticks, each looked for in the whole paragraph, emphasis in emphasis, and underlined headings.
 */
function costlyConstructs(text: string): string[] {
  const lengths = new Set<number>()
  for (const match of text.matchAll(/`+/g)) lengths.add(match[0].length)
  let underlines = 0
  for (const _ of text.matchAll(/^ {0,3}(?:=+|-+)[ \t]*$/gm)) underlines++
  return [
    ...(lengths.size > 24 ? ['codeText'] : []),
    ...(emphasisDepth(text) > 100 ? ['attention'] : []),
    ...(underlines > 500 ? ['setextUnderline'] : [])
  ]
}

/** How many emphases are open at once, at most, as far as a look at the marks can tell. */
function emphasisDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [mark, opener] of text.matchAll(/\n[ \t]*\r?\n|(?<!\S)([*_]+)(?=\S)|(?<=\S)[*_]+(?!\S)/g)) {
    if (mark.includes('\n')) depth = 0
    else depth = Math.max(0, depth + (opener ? 1 : -1))
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function blocksOf(nodes: readonly (RootContent | BlockContent | DefinitionContent)[], place: Place): Block[] {
  return nodes.flatMap(node => blockOf(node, place))
}

function blockOf(node: RootContent, place: Place): readonly Block[] {
  const { outer, sink, depth } = place
  const span = sourceSpan(node, outer)
  const inline = { outer, quotes: place.quotes, onComment: sink.onComment, onCode: sink.onCode }
  switch (node.type) {
    case 'heading': {
      const lines = linesOf(node.children, inline)
      return [{ kind: 'heading', depth: node.depth, lines, span }]
    }
    case 'paragraph': {
      const lines = linesOf(node.children, inline)
      return lines.length > 0 ? [{ kind: 'paragraph', lines }] : []
    }
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'code': {
      const start = node.position?.start.offset ?? 0
      const info = [node.lang, node.meta].filter(Boolean).join(' ')
      return [{ kind: 'fence', info, text: fenceText(place, start, node.value), span }]
    }
    case 'yaml':
      sink.onFrontMatter(nodeText(node, outer))
      return []
    case 'html':
      return htmlBlocks(nodeText(node, outer), sink)
    case 'table':
      return [tableOf(node, place)]
    case 'list':
    case 'blockquote':
      if (depth >= deepest) {
        sink.onTooDeep(span)
        sink.onUnread('nested too deep', span)
        return []
      }
      return [node.type === 'list' ? listOf(node, place) : quoteOf(node.children, place)]
    default:
      sink.onUnread(`${node.type} is not read`, span)
      return []
  }
}

function listOf(node: List, place: Place): Block {
  const first = node.start ?? 1
  const items = node.children.map((item: ListItem, at): ListEntry => {
    const blocks = blocksOf(item.children, { ...place, depth: place.depth + 1 })
    return node.ordered ? { number: first + at, blocks } : { blocks }
  })
  return { kind: 'list', items }
}

function quoteOf(nodes: readonly (BlockContent | DefinitionContent)[], place: Place): Block {
  return { kind: 'quote', blocks: blocksOf(nodes, { ...place, depth: place.depth + 1, quotes: place.quotes + 1 }) }
}

function tableOf(node: Table, { outer, quotes, sink }: Place): Block {
  const rows = node.children.map(row =>
    row.children.map(cell => {
      const lines = linesOf(cell.children, { outer, quotes, onComment: sink.onComment, onCode: sink.onCode })
      return lines[0] ?? { text: sliceText(outer, 0, 0), marks: [] }
    })
  )
  return { kind: 'table', header: rows[0] ?? [], rows: rows.slice(1) }
}

function fenceText({ outer, parsed }: Place, start: number, value: string): SpokenText {
  return composeText(decodeFence(outer.value, start, value, parsed), outer)
}

/** Comments go to the sink; words between tags are a paragraph; style and program text are left out. */
function htmlBlocks(text: SpokenText, sink: BlockSink): Block[] {
  const lines: Line[] = []
  const add = (start: number, end: number) => {
    for (const line of splitLines({ text: sliceText(text, start, end), marks: [] })) lines.push(line)
  }
  let from = 0
  for (const match of text.value.matchAll(
    /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|textarea)\b[\s\S]*?(?:<\/\1>|$)|<\/?[a-zA-Z][^<>]*>/gi
  )) {
    add(from, match.index)
    from = match.index + match[0].length
    const piece = sliceText(text, match.index, from)
    if (match[0].startsWith('<!--')) sink.onComment(piece)
    else if (match[1]) sink.onUnread(`${match[1].toLowerCase()} element`, toSource(piece, 0, piece.value.length))
  }
  add(from, text.value.length)
  return lines.length > 0 ? [{ kind: 'paragraph', lines }] : []
}

function nodeText(node: Nodes, outer: SpokenText): SpokenText {
  return sliceText(outer, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}

function sourceSpan(node: Nodes, outer: SpokenText): Span {
  return toSource(outer, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
}
