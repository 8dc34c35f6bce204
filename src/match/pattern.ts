/** A pattern, parsed. See `docs/patterns.md` for the language. */
export type PatternNode =
  | { readonly kind: 'word'; readonly key: string; readonly inflected: boolean }
  | { readonly kind: 'concept'; readonly name: string }
  | { readonly kind: 'gap'; readonly words: number; readonly across: boolean }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[]; readonly optional: boolean }

/** All of `parts` have to stand in one sentence, in any order; mostly there is one. */
export interface Pattern {
  readonly source: string
  readonly parts: readonly PatternNode[]
}

/** What is wrong with a pattern, at an offset of its text. */
export interface PatternError {
  readonly message: string
  readonly at: number
}

/** How far `..` and `...` reach, in words; a Han character counts as half a word. */
const shortGap = 6
const longGap = 20

/** Splits literal words of a pattern the way the text is split, so that both meet. */
export type WordSplitter = (literal: string) => readonly string[]

/** Parses one pattern. Never throws: what is wrong comes back as an error with its place. */
export function parsePattern(source: string, split: WordSplitter): Pattern | PatternError {
  const foreign = new Set(Array.from(source.matchAll(regularExpression), match => match.index))
  const parser: Parser = { source, at: 0, split, foreign, error: undefined }
  const parts = [parseSequence(parser, 0)]
  while (!parser.error && peek(parser) === '&') {
    parser.at++
    parts.push(parseSequence(parser, 0))
  }
  if (!parser.error && parser.at < source.length) fail(parser, `unexpected "${peek(parser)}"`)
  if (!parser.error) for (const part of parts) needsContent(parser, part)
  return parser.error ?? { source, parts }
}

export function isPatternError(result: Pattern | PatternError): result is PatternError {
  return 'message' in result
}

interface Parser {
  readonly source: string
  readonly split: WordSplitter
  /** Where a sign of a regular expression stands. */
  readonly foreign: ReadonlySet<number>
  at: number
  error: PatternError | undefined
}

const deepest = 20

/** What people write who take this for another language. A word may hold such signs (`90+`, `f*ck`): its letters count. */
const regularExpression = new RegExp(
  [
    /\.[*+?]/,
    /\\[a-z.()[\]{}]/,
    /\[\^?(?:\w-\w)+_?\]/,
    /\(\?/,
    /\{\d+(?:,\d*)?\}/,
    /(?<=[)\]}])[*+?]/,
    /(?<=[a-z])\+/,
    /(?<![^\s([|&])\^/,
    /\$(?![^\s)\]|&])/
  ]
    .map(form => form.source)
    .join('|'),
  'gi'
)
const special = '{}()[]|&'

function parseSequence(parser: Parser, depth: number): PatternNode {
  const items: PatternNode[] = []
  if (depth > deepest) fail(parser, 'groups are nested too deeply')
  for (let next = peek(parser); !parser.error && next !== '' && !')]|&'.includes(next); next = peek(parser)) {
    if (parser.foreign.has(parser.at)) fail(parser, 'this is no regular expression; see docs/patterns.md')
    else if (next === '{') items.push(parseConcept(parser))
    else if (next === '(') items.push(parseChoice(parser, ')', depth))
    else if (next === '[') items.push(parseChoice(parser, ']', depth))
    else if (next === '}') fail(parser, 'this } closes nothing')
    else if (next === '.') items.push(parseGap(parser))
    else items.push(...parseWords(parser))
  }
  return items.length === 1 ? items[0]! : { kind: 'sequence', items }
}

function parseConcept(parser: Parser): PatternNode {
  const close = parser.source.indexOf('}', parser.at)
  const name = parser.source.slice(parser.at + 1, close < 0 ? undefined : close).trim()
  if (close < 0) fail(parser, 'this { is never closed')
  else if (!/^[a-z][a-z0-9-]*$/.test(name))
    fail(parser, `"${name}" is no name of a concept (small letters, digits and hyphens)`)
  else parser.at = close + 1
  return { kind: 'concept', name }
}

function parseChoice(parser: Parser, close: ')' | ']', depth: number): PatternNode {
  const open = parser.at++
  const options = [parseSequence(parser, depth + 1)]
  while (!parser.error && peek(parser) === '|') {
    parser.at++
    options.push(parseSequence(parser, depth + 1))
  }
  if (!parser.error && peek(parser) !== close) {
    parser.at = open
    fail(parser, `this ${parser.source[open]} is never closed`)
  }
  if (!parser.error && options.some(isEmpty))
    fail(parser, 'an alternative is empty; write [ ] around what may be left out')
  parser.at++
  return { kind: 'choice', options, optional: close === ']' }
}

function parseGap(parser: Parser): PatternNode {
  const [text, dots, count] = /^(\.+)(\d*)/.exec(parser.source.slice(parser.at))!
  if (dots!.length < 2 || dots!.length > 3) fail(parser, 'a gap is written .. or ...')
  parser.at += text.length
  const across = dots!.length === 3
  return { kind: 'gap', words: count ? Math.min(Number(count), 40) : across ? longGap : shortGap, across }
}

function parseWords(parser: Parser): PatternNode[] {
  let end = parser.at
  while (end < parser.source.length && !special.includes(parser.source[end]!) && !/\s/.test(parser.source[end]!)) {
    if (parser.source[end] === '.' && parser.source[end + 1] === '.') break
    if (end > parser.at && parser.foreign.has(end)) break
    end++
  }
  const literal = parser.source.slice(parser.at, end)
  const inflected = literal.endsWith('~')
  const keys = parser.split(inflected ? literal.slice(0, -1) : literal)
  if (keys.length === 0) fail(parser, `"${literal}" holds no word`)
  parser.at = end
  return keys.map(key => ({ kind: 'word', key, inflected }))
}

/** The next character that is not white space, or '' at the end. */
function peek(parser: Parser): string {
  while (parser.at < parser.source.length && /\s/.test(parser.source[parser.at]!)) parser.at++
  return parser.source[parser.at] ?? ''
}

function fail(parser: Parser, message: string): void {
  parser.error ??= { message, at: parser.at }
}

function isEmpty(node: PatternNode): boolean {
  return node.kind === 'sequence' && node.items.length === 0
}

/** A pattern of nothing but gaps and optional words would match anything. */
function needsContent(parser: Parser, node: PatternNode): void {
  if (!isRequired(node)) parser.error ??= { message: 'nothing in this pattern is required', at: 0 }
}

/** Whether a text has to hold something for this node to match. */
export function isRequired(node: PatternNode): boolean {
  if (node.kind === 'gap') return false
  if (node.kind === 'choice') return !node.optional && node.options.every(isRequired)
  return node.kind !== 'sequence' || node.items.some(isRequired)
}

/** The names of all concepts that a pattern speaks of. */
export function* conceptsIn(node: PatternNode): Generator<string> {
  if (node.kind === 'concept') yield node.name
  else if (node.kind === 'sequence') for (const item of node.items) yield* conceptsIn(item)
  else if (node.kind === 'choice') for (const option of node.options) yield* conceptsIn(option)
}

/** The names of all concepts in a pattern that has not been parsed; braces stand for nothing else in the language. */
export function conceptsOf(source: string): string[] {
  return [...source.matchAll(/\{([^{}]*)\}/g)].map(match => match[1]!.trim())
}
