import type { Span, SpokenText } from '../../source/index.ts'

/**
 * What a YAML file says, with aliases and merge keys resolved. An aliased node is the node of its
 * anchor, so one node may stand in several places.
 */
export type YamlNode = YamlScalar | YamlList | YamlMap

export interface YamlScalar {
  readonly kind: 'scalar'
  readonly type: 'string' | 'number' | 'boolean' | 'null'
  readonly text: SpokenText
  readonly span: Span
}

export interface YamlList {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
  readonly span: Span
}

export interface YamlMap {
  readonly kind: 'map'
  readonly entries: readonly YamlEntry[]
  readonly span: Span
}

export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}
