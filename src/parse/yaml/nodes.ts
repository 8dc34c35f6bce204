import type { Span, SpokenText } from '../../source/index.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'
import { type KeyMeaning, meaningOf } from './vocabulary.ts'

/** The first entry whose key has one of the meanings. */
export function findEntry(map: YamlMap, ...wanted: readonly KeyMeaning[]): YamlEntry | undefined {
  return map.entries.find(({ key }) => wanted.includes(meaningOf(key.text.value)!))
}

/** The value of an entry where it is a filled scalar. */
export function scalarOf(entry: YamlEntry | undefined): YamlScalar | undefined {
  return entry?.value.kind === 'scalar' && entry.value.text.value.trim() !== '' ? entry.value : undefined
}

/** The first text in a node: what a condition says when it is written as a map. */
export function firstText(node: YamlNode): SpokenText | undefined {
  if (node.kind === 'scalar') return node.type === 'string' && node.text.value.trim() !== '' ? node.text : undefined
  const inner = node.kind === 'list' ? node.items : node.entries.filter(isTextEntry).map(({ value }) => value)
  for (const child of inner) {
    const text = firstText(child)
    if (text) return text
  }
  return undefined
}

function isTextEntry({ key }: YamlEntry): boolean {
  const meaning = meaningOf(key.text.value)
  return meaning !== 'ignore' && meaning !== 'id'
}

/** What a step calls itself. */
export function namesOf(map: YamlMap): { id?: YamlScalar; title?: YamlScalar } {
  const id = scalarOf(findEntry(map, 'id')) ?? scalarOf(map.entries.find(isStepName))
  const title = scalarOf(findEntry(map, 'title'))
  return { ...(id ? { id } : {}), ...(title && !title.text.value.trim().includes('\n') ? { title } : {}) }
}

/** `- node: greet`: the kind of the step is the key of its name. */
function isStepName({ key, value }: YamlEntry): boolean {
  return value.kind === 'scalar' && meaningOf(key.text.value) === 'steps' && !/\s\S+\s/u.test(value.text.value)
}

/** Where the words of a node begin: what is pointed at when the node itself is meant. */
export function headSpan(node: YamlNode): Span {
  if (node.kind === 'scalar') return node.span
  if (node.kind === 'list') return node.items[0] ? headSpan(node.items[0]) : node.span
  return node.entries[0]?.key.span ?? node.span
}
