import type { YamlNode } from './tree.ts'
import { foldKey, meaningOf } from './vocabulary.ts'

/** All that steps may be called in a file: names, ids, and keys that hold something. */
export function collectNames(roots: readonly YamlNode[]): Set<string> {
  const names = new Set<string>()
  const seen = new Set<YamlNode>()
  const waiting = [...roots]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (node.kind === 'list') for (const item of node.items) waiting.push(item)
    if (node.kind !== 'map') continue
    for (const { key, value } of node.entries) {
      const meaning = meaningOf(key.text.value)
      if (value.kind !== 'scalar') names.add(foldKey(key.text.value))
      else if (meaning === 'id' || meaning === 'title') names.add(foldKey(value.text.value.trim()))
      waiting.push(value)
    }
  }
  return names
}
