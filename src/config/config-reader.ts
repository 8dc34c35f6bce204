import type { Document, Node, YAMLMap } from 'yaml'
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { didYouMean } from '../rule/nearest.ts'
import type { ConfigProblem } from './config.ts'

type Path = readonly (string | number)[]

export interface Entry {
  readonly key: string
  readonly keyNode: Node | undefined
  readonly value: Node | undefined
  readonly path: Path
}

/** Reads a config file node by node, and collects what is wrong with the place where it stands. */
export class ConfigReader {
  readonly problems: ConfigProblem[] = []
  readonly #file: string
  readonly #lines = new LineCounter()
  readonly #document: Document

  constructor(file: string, text: string) {
    this.#file = file
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false })
    for (const error of this.#document.errors) this.#add(error.pos[0], [], error.message.split('\n')[0]!)
  }

  /** The top of the file; an empty file is an empty config. */
  get root(): Node | undefined {
    const { contents } = this.#document
    return isNode(contents) && !(isScalar(contents) && contents.value === null) ? contents : undefined
  }

  problem(node: Node | undefined, path: Path, message: string): void {
    this.#add(node?.range?.[0] ?? 0, path, message)
  }

  place(node: Node | undefined): { line: number; column: number } {
    const { line, col } = this.#lines.linePos(node?.range?.[0] ?? 0)
    return { line, column: col }
  }

  /** The entries of a map; where `known` is given, a key outside it is a problem and is left out. */
  entries(node: Node | undefined, path: Path, known?: readonly string[]): Entry[] {
    const map = this.#resolve(node)
    if (!isMap(map)) {
      if (node) this.problem(node, path, 'must be a map of keys to values')
      return []
    }
    return (map as YAMLMap).items.flatMap(item => {
      const keyNode = isNode(item.key) ? item.key : undefined
      const key = isScalar(item.key) ? String(item.key.value) : ''
      const entry = { key, keyNode, value: this.#resolve(item.value), path: [...path, key] }
      if (!known || known.includes(key)) return [entry]
      this.problem(keyNode, entry.path, `unknown key "${key}"${didYouMean(key, known)}`)
      return []
    })
  }

  /** The items of a list; a single value counts as a list of one where `orOne` says so. */
  items(node: Node | undefined, path: Path, orOne = false): { node: Node | undefined; path: Path }[] {
    const list = this.#resolve(node)
    if (isSeq(list)) return list.items.map((item, at) => ({ node: this.#resolve(item), path: [...path, at] }))
    if (orOne && isScalar(list)) return [{ node: list, path }]
    this.problem(node, path, 'must be a list')
    return []
  }

  /** A list of texts; what is no text, or empty, is a problem and is left out. */
  texts(node: Node | undefined, path: Path, orOne = false): { text: string; node: Node | undefined; path: Path }[] {
    return this.items(node, path, orOne).flatMap(item => {
      const text = this.scalar(item.node)
      if (typeof text === 'string' && text.trim() !== '') return [{ text, ...item }]
      this.problem(item.node, item.path, 'must be a text')
      return []
    })
  }

  /** The value of a scalar; undefined for maps and lists. */
  scalar(node: Node | undefined): unknown {
    return isScalar(node) ? node.value : undefined
  }

  #resolve(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document)
    return isNode(node) ? node : undefined
  }

  #add(offset: number, path: Path, message: string): void {
    const { line, col } = this.#lines.linePos(offset)
    this.problems.push({ file: this.#file, line, column: col, key: path.join('.'), message })
  }
}
