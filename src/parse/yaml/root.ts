import { namesOf } from './nodes.ts'
import { addPart } from './parts.ts'
import { isRasa, readRasa } from './rasa.ts'
import type { Place, Reading } from './reading.ts'
import { isSimulatedUser } from './simulated-user.ts'
import type { YamlNode } from './tree.ts'

/** Reads one document, by its shape where it has one that differs from what its keys say. */
export function readRoot(reading: Reading, root: YamlNode): void {
  const top: Place = { path: '' }
  const title = root.kind === 'map' ? namesOf(root).title : undefined
  if (title) reading.builder.entitle(title.text.value.trim())
  if (root.kind === 'scalar') addPart(reading, 'script', root, top)
  else if (isRasa(root)) readRasa(reading, root)
  else if (isSimulatedUser(root)) reading.read(root, { ...top, role: 'customer', isForced: true })
  else reading.read(root, top)
}
