import { findEntry, namesOf, scalarOf } from './nodes.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode } from './tree.ts'
import { type KeyMeaning, meaningOf } from './vocabulary.ts'

const roleMeanings: ReadonlySet<string | undefined> = new Set<KeyMeaning>([
  'say',
  'script',
  'customer',
  'instruct',
  'never',
  'mention',
  'text',
  'content'
])

/** Whether a key says what its text is. */
export function isRole(meaning: KeyMeaning | undefined): boolean {
  return roleMeanings.has(meaning)
}

/** Whether a map under a name of the author's own choice holds text of its own, as a step does. */
export function isStepLike(map: YamlMap): boolean {
  return map.entries.some(({ key, value }) => {
    const meaning = meaningOf(key.text.value)
    if (value.kind === 'map') return false
    const isFilled = value.kind === 'list' ? value.items.length > 0 : value.type === 'string'
    return isFilled && (isRole(meaning) || meaning === 'lines')
  })
}

/** Whether the items are what people say in turn. */
export function looksLikeLines(list: YamlList): boolean {
  return list.items.some(
    item => item.kind === 'map' && findEntry(item, 'speaker') && findEntry(item, 'text', 'content', 'say', 'script')
  )
}

/** Whether a list holds turns: `- agent: …`, `{role: agent, text: …}`. */
export function isConversation(node: YamlNode): boolean {
  if (node.kind !== 'list' || node.items.length === 0) return false
  return (
    looksLikeLines(node) ||
    node.items.every(item => item.kind === 'map' && item.entries.length === 1 && isTurnEntry(item.entries[0]!))
  )
}

function isTurnEntry({ key }: YamlEntry): boolean {
  const meaning = meaningOf(key.text.value)
  return meaning === 'say' || meaning === 'customer' || meaning === 'instruct' || meaning === 'never'
}

/** Whether the items are named and hold text of their own. */
export function looksLikeSteps(list: YamlList): boolean {
  if (list.items.length === 0) return false
  return list.items.every(item => {
    if (item.kind !== 'map' || item.entries.some(({ key }) => key.text.value === 'value')) return false
    const { id, title } = namesOf(item)
    return (
      (id ?? title) !== undefined &&
      item.entries.some(({ key, value }) => isText(meaningOf(key.text.value)) || value.kind !== 'scalar')
    )
  })
}

/** Whether a map is a test: beside what goes in, it holds what is expected. */
export function isTest(map: YamlMap): boolean {
  return map.entries.some(({ key }) => /^(?:expect|assert|pass_?criteria)/i.test(key.text.value))
}

/** Whether a map is a setting with its name beside it: `{name: opening_text, value: …}`. */
export function namedValue(map: YamlMap): YamlEntry | undefined {
  const key = scalarOf(map.entries.find(entry => entry.key.text.value === 'name' || entry.key.text.value === 'key'))
  const value = scalarOf(map.entries.find(entry => entry.key.text.value === 'value'))
  return key && value && isRole(meaningOf(key.text.value)) ? { key, value } : undefined
}

function isText(meaning: KeyMeaning | undefined): boolean {
  return isRole(meaning) || meaning === 'lines' || meaning === 'steps' || meaning === 'branches' || meaning === 'next'
}
