import type { YamlNode } from './tree.ts'

/** A persona for tests: the file describes the person called, and all its wording is that person's. */
export function isSimulatedUser(root: YamlNode): boolean {
  const presets = childOf(root, 'presets')
  const inPresets = presets?.kind === 'map' && presets.entries.some(({ value }) => childOf(value, 'system_prompt'))
  const hasPersona = childOf(childOf(root, 'persona'), 'system_prompt') !== undefined
  return inPresets || (hasPersona && childOf(root, 'initial_message') !== undefined)
}

function childOf(node: YamlNode | undefined, name: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.find(({ key }) => key.text.value === name)?.value : undefined
}
