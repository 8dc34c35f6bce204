import { Composer, type CST, type Document, Parser } from 'yaml'
import type { Trouble } from '../../diagnostic/index.ts'
import type { Comment } from '../../script/index.ts'
import { composeTree, type TreeContext } from './compose.ts'
import { mendLines } from './mend.ts'
import { pruneTokens } from './tokens.ts'
import type { YamlNode } from './tree.ts'

export interface YamlFile {
  /** One for each document of the file that is not empty. */
  readonly roots: readonly YamlNode[]
  /** Nodes that are also used elsewhere, by alias. */
  readonly aliased: ReadonlySet<YamlNode>
  readonly comments: readonly Comment[]
  readonly troubles: readonly Trouble[]
}

/** One slip can make the library complain about every line after it. */
const maxSyntaxTroubles = 20

/**
 * Reads all documents of a YAML or JSON text. What cannot be read is trouble; lines that only their
 * marks keep from being text are read as their author meant them.
 */
export function readDocuments(text: string): YamlFile {
  const first = readOnce(text, text, asIs)
  if (first.syntax.length === 0) return first
  const mended = mendLines(
    text,
    first.syntax.map(({ span }) => span.start)
  )
  const second = mended && readOnce(mended.text, text, mended.restore)
  const better = second && second.syntax.length < first.syntax.length ? second : first
  return { ...better, troubles: [...better.troubles, ...mergeTroubles(first.syntax, better.syntax)] }
}

function readOnce(
  text: string,
  original: string,
  restore: (value: string) => string
): YamlFile & { syntax: Trouble[] } {
  const tokens: CST.Token[] = [...new Parser().parse(text)]
  const { comments, tooDeep } = pruneTokens(tokens)
  const troubles: Trouble[] = tooDeep.map(span => ({ code: 'too-deep', span }))
  const syntax: Trouble[] = []
  const roots: YamlNode[] = []
  const context: TreeContext = {
    text: original,
    restore,
    allowance: text.length * 10 + 100_000,
    aliased: new Set(),
    onTrouble: trouble => (trouble.code === 'yaml-syntax' ? syntax : troubles).push(trouble)
  }
  // Unique keys are checked in `compose.ts`: the library's check is quadratic.
  const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, logLevel: 'silent' })
  for (const document of composer.compose(tokens, true, text.length)) {
    for (const trouble of syntaxTroubles(document, text.length)) syntax.push(trouble)
    if (!document.contents) continue
    const root = composeTree(document.contents, context)
    if (root.kind !== 'scalar' || root.type !== 'null') roots.push(root)
  }
  syntax.sort((a, b) => a.span.start - b.span.start)
  const restored = comments.map(comment => ({ ...comment, text: restore(comment.text) }))
  return { roots, aliased: context.aliased, comments: restored, troubles, syntax }
}

/** The troubles of the text as it stands, and those that showed only after it was mended. */
function mergeTroubles(first: readonly Trouble[], second: readonly Trouble[]): Trouble[] {
  const known = new Set(first.map(({ span }) => span.start))
  const all = [...first, ...second.filter(({ span }) => !known.has(span.start))]
  return all.sort((a, b) => a.span.start - b.span.start).slice(0, maxSyntaxTroubles)
}

function asIs(value: string): string {
  return value
}

function syntaxTroubles(document: Document, length: number): Trouble[] {
  return document.errors.map(({ pos, message }) => {
    const start = Math.min(pos[0], length)
    return { code: 'yaml-syntax', span: { start, end: Math.max(start, Math.min(pos[1], length)) }, data: { message } }
  })
}
