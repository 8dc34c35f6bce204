import { isAlias, isMap, isPair, isScalar, isSeq, type Pair, type Scalar } from 'yaml'
import type { Trouble } from '../../diagnostic/index.ts'
import { decodedText, emptyText, type Span, verbatimText } from '../../source/index.ts'
import { type ScalarToken, scalarText, tokenSpan } from './scalar.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'

export interface TreeContext {
  /** How many characters aliases may still repeat; shared by all documents of a file. */
  allowance: number
  /** The text of the file, for what is no YAML at all. */
  readonly text: string
  /** Undoes what was done to values so that they could be read. */
  readonly restore: (value: string) => string
  /** Nodes that aliases stand for. */
  readonly aliased: Set<YamlNode>
  readonly onTrouble: (trouble: Trouble) => void
}

/** Aliases can put a nest into a nest; this bounds what is walked afterwards. */
const maxDepth = 200

interface Measure {
  readonly weight: number
  readonly depth: number
}

/** Turns the library's nodes into ours, with aliases and merge keys resolved. */
export function composeTree(contents: unknown, context: TreeContext): YamlNode {
  const anchors = new Map<string, YamlNode>()
  const measures = new Map<YamlNode, Measure>()
  return compose(contents)

  function compose(node: unknown): YamlNode {
    if (isAlias(node)) return resolveAlias(node.source, spanOf(node))
    const result = composeContent(node)
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor
    if (anchor) anchors.set(anchor, result)
    return result
  }

  function composeContent(node: unknown): YamlNode {
    if (isScalar(node)) return measure(composeScalar(node, context.restore), [])
    const slot = readSlot(node)
    if (slot) return measure(slot, [])
    if (isMap(node)) return composeMap(node.items, spanOf(node))
    if (!isSeq(node)) return nothing(spanOf(node))
    const items = node.items.map(item => (isPair(item) ? composeMap([item], spanOf(item.key)) : compose(item)))
    return measure({ kind: 'list', items, span: spanOf(node) }, items)
  }

  function composeMap(pairs: readonly Pair[], span: Span): YamlMap {
    const own: YamlEntry[] = []
    const merged: YamlEntry[] = []
    const names = new Set<string>()
    for (const pair of pairs) {
      const key = composeKey(pair.key, context.restore)
      const value = pair.value === null ? nothing({ start: key.span.end, end: key.span.end }) : compose(pair.value)
      const name = key.text.value
      if (name === '<<' && value.kind !== 'scalar') {
        for (const entry of mergedEntries(value)) merged.push(entry)
        continue
      }
      if (name !== '' && names.has(name)) {
        context.onTrouble({
          code: 'yaml-syntax',
          span: key.span,
          data: { message: `Map keys must be unique: ${name}` }
        })
      }
      names.add(name)
      own.push({ key, value })
    }
    // A key of the map itself wins over a merged one, an earlier merge over a later one.
    const inherited = merged.filter(({ key }) => !names.has(key.text.value) && names.add(key.text.value))
    const entries = [...inherited, ...own]
    return measure(
      { kind: 'map', entries, span },
      entries.map(entry => entry.value)
    )
  }

  /** `agent: {{name}}` without quotes is a map in a map to YAML, and a placeholder to its author. */
  function readSlot(node: unknown): YamlScalar | undefined {
    if (!isMap(node) || !node.flow || node.items.length !== 1 || !isMap(node.items[0]?.key)) return undefined
    const span = spanOf(node)
    const words = context.text.slice(span.start, span.end)
    if (!/^\{\{[^{}]*\}\}$/.test(words)) return undefined
    return { kind: 'scalar', type: 'string', text: verbatimText(words, span.start), span }
  }

  function resolveAlias(name: string, span: Span): YamlNode {
    const target = anchors.get(name)
    if (!target) {
      context.onTrouble({ code: 'yaml-syntax', span, data: { message: `Unresolved alias: *${name}` } })
      return nothing(span)
    }
    const { weight, depth } = measures.get(target)!
    if (depth > maxDepth / 2) {
      context.onTrouble({ code: 'too-deep', span })
      return nothing(span)
    }
    const hadAllowance = context.allowance > 0
    context.allowance -= weight
    if (context.allowance > 0) {
      context.aliased.add(target)
      return target
    }
    if (hadAllowance) context.onTrouble({ code: 'yaml-alias-bomb', span, data: { name } })
    return nothing(span)
  }

  function measure<Node extends YamlNode>(node: Node, children: readonly YamlNode[]): Node {
    let weight = node.kind === 'scalar' ? node.text.value.length + 8 : 8
    let depth = 0
    for (const child of children) {
      const inner = measures.get(child)
      weight += inner?.weight ?? 8
      depth = Math.max(depth, (inner?.depth ?? 0) + 1)
    }
    measures.set(node, { weight, depth })
    return node
  }
}

function mergedEntries(value: YamlNode): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries
  return value.kind === 'list' ? value.items.flatMap(item => (item.kind === 'map' ? item.entries : [])) : []
}

/** A key that is no scalar (`{{name}}` without quotes makes one) is an empty key at its place. */
function composeKey(key: unknown, restore: (value: string) => string): YamlScalar {
  return isScalar(key) ? composeScalar(key, restore) : nothing(spanOf(key))
}

function composeScalar(node: Scalar, restore: (value: string) => string): YamlScalar {
  const token = node.srcToken
  const value = node.source ?? ''
  if (!token || !isScalarToken(token)) return { ...nothing(spanOf(node)), text: decodedText(value, spanOf(node)) }
  const text = scalarText(token, value)
  return {
    kind: 'scalar',
    type: typeOf(node.value),
    text: { value: restore(text.value), segments: text.segments },
    span: tokenSpan(token)
  }
}

function isScalarToken(token: { type: string }): token is ScalarToken {
  return token.type === 'block-scalar' || token.type.endsWith('scalar')
}

function typeOf(value: unknown): YamlScalar['type'] {
  if (value === null || value === undefined) return 'null'
  return typeof value === 'number' || typeof value === 'bigint'
    ? 'number'
    : typeof value === 'boolean'
      ? 'boolean'
      : 'string'
}

function nothing(span: Span): YamlScalar {
  return { kind: 'scalar', type: 'null', text: emptyText, span }
}

function spanOf(node: unknown): Span {
  const range = node && typeof node === 'object' && 'range' in node ? (node.range as number[] | null | undefined) : null
  return range ? { start: range[0]!, end: range[1]! } : { start: 0, end: 0 }
}
