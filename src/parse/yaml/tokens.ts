import type { CST } from 'yaml'
import type { Comment } from '../../script/index.ts'
import type { Span } from '../../source/index.ts'

/** A script nests some ten levels; the library's composer runs out of stack at some thousands. */
const maxDepth = 100

export interface PrunedTokens {
  readonly comments: readonly Comment[]
  /** Where something was nested too deeply, and was cut off. */
  readonly tooDeep: readonly Span[]
}

/** Collects the comments of the tokens, and empties what is nested too deeply to be composed. */
export function pruneTokens(roots: readonly CST.Token[]): PrunedTokens {
  const comments: Comment[] = []
  const tooDeep: Span[] = []
  const waiting: { token: CST.Token; depth: number }[] = []
  const visit = (token: CST.Token | null | undefined, depth: number) => {
    if (token) waiting.push({ token, depth })
  }
  const visitAll = (tokens: readonly CST.Token[] | undefined, depth: number) => {
    for (const token of tokens ?? []) if (token.type !== 'space' && token.type !== 'newline') visit(token, depth)
  }
  visitAll(roots, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token, depth } = next
    if (token.type === 'comment') comments.push(readComment(token))
    if ('props' in token) visitAll(token.props, depth)
    if ('start' in token && Array.isArray(token.start)) visitAll(token.start, depth)
    if ('end' in token) visitAll(token.end, depth)
    if ('value' in token) visit(token.value, depth)
    if (!('items' in token)) continue
    if (depth >= maxDepth && token.items.length > 0) {
      token.items = []
      tooDeep.push({ start: token.offset, end: token.offset + 1 })
      continue
    }
    for (const item of token.items) {
      visitAll(item.start, depth)
      visit(item.key, depth + 1)
      visitAll(item.sep, depth)
      visit(item.value, depth + 1)
    }
  }
  return { comments: comments.sort(byStart), tooDeep: tooDeep.sort((a, b) => a.start - b.start) }
}

function readComment({ source, offset }: CST.SourceToken): Comment {
  return { text: source.slice(1).trim(), span: { start: offset, end: offset + source.length } }
}

function byStart(a: Comment, b: Comment): number {
  return a.span.start - b.span.start
}
