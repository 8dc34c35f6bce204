import type { Document } from 'yaml'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { PackProblem } from './pack.ts'

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
      message: error.message.split('\n')[0]!
    }))
  }
  return {
    data: document.toJS({ maxAliasCount: 100 }),
    problem: (path, message) => ({ file, ...place(lines, offsetOf(document, path)), key: path.join('.'), message })
  }
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
