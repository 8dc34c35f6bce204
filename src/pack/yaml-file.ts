import type { Document } from 'yaml'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { PackProblem } from './pack.ts'
import { yamlHint } from './yaml-hint.ts'

/** A YAML file of a pack: its data, and where each key of it stands. */
export interface YamlFile {
  readonly data: unknown
  /** A problem at a key; a path that is not there leads to its nearest parent. */
  readonly problem: (path: readonly (string | number)[], message: string) => PackProblem
}

/** Reads a YAML file; on syntax errors the problems come back instead. */
export function readYaml(file: string, text: string): YamlFile | readonly PackProblem[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length) {
    return document.errors.map(error => ({
      file,
      ...place(lines, error.pos[0]),
      key: '',
      message: `${error.message.split('\n')[0]!}${yamlHint(text, error)}`
    }))
  }
  return {
    data: document.toJS({ maxAliasCount: 100 }),
    problem: (path, message) => ({ file, ...place(lines, offsetOf(document, path)), key: path.join('.'), message })
  }
}

/** Where a text stands, or the key of what is no text. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isScalar(node) && node.range) return node.range[0]
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const key = isMap(parent)
      ? parent.items.find(pair => isScalar(pair.key) && pair.key.value === path[length - 1])?.key
      : undefined
    if (isNode(key) && key.range) return key.range[0]
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
