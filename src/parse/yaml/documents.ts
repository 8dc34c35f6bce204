import { Composer, type CST, type Document, Parser } from 'yaml'
import type { Trouble } from '../../diagnostic/index.ts'
import type { Comment } from '../../script/index.ts'
import { composeTree, type TreeContext } from './compose.ts'
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

/** Reads all documents of a YAML or JSON text; what cannot be read is trouble, the rest is still read. */
export function readDocuments(text: string): YamlFile {
  const tokens: CST.Token[] = [...new Parser().parse(text)]
  const { comments, tooDeep } = pruneTokens(tokens)
  const troubles: Trouble[] = tooDeep.map(span => ({ code: 'too-deep', span }))
  const syntax: Trouble[] = []
  const roots: YamlNode[] = []
  const context: TreeContext = {
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
  return { roots, aliased: context.aliased, comments, troubles: [...troubles, ...syntax.slice(0, maxSyntaxTroubles)] }
}

function syntaxTroubles(document: Document, length: number): Trouble[] {
  return document.errors.map(({ pos, message }) => {
    const start = Math.min(pos[0], length)
    return { code: 'yaml-syntax', span: { start, end: Math.max(start, Math.min(pos[1], length)) }, data: { message } }
  })
}
