import type { StepDraft } from '../build.ts'
import { headSpan, namesOf } from './nodes.ts'
import { looseRole } from './parts.ts'
import { below, inList, type Place, type Reading, type Role } from './reading.ts'
import type { YamlMap, YamlNode, YamlScalar } from './tree.ts'
import { readLines } from './turns.ts'
import { foldKey, meaningOf } from './vocabulary.ts'

const endingTypes = new Set([
  'exit',
  'end',
  'endcall',
  'hangup',
  'final',
  'terminal',
  'terminate',
  'return',
  'disconnect'
])
const endingFlags = new Set(['end', 'final', 'terminal', 'endcall', 'hangup'])

/** The steps that were opened, by every name that edges may use for them. */
export type OpenedSteps = Map<string, StepDraft>

/**
 * Reads a list of steps, or a map of them by id. In a graph the call goes on only along its edges,
 * elsewhere with the next step where nothing else is said.
 */
export function readSteps(reading: Reading, node: YamlNode, place: Place, isGraph = false): OpenedSteps {
  const opened: OpenedSteps = new Map()
  const { role = place.isTest ? 'customer' : 'instruct' } = place
  if (node.kind === 'list') {
    // A list in a list is a slip of indentation.
    for (const item of node.items.flatMap(item => (item.kind === 'list' ? item.items : [item]))) {
      if (item.kind === 'map') readStep(reading, item, inList(place), isGraph, undefined, opened)
      else reading.read(item, { ...inList(place), role })
    }
  } else if (node.kind === 'map') {
    for (const { key, value } of node.entries) readStep(reading, value, below(place, '*'), isGraph, key, opened)
  } else {
    reading.read(node, { ...place, role })
  }
  if (opened.size > 0) leaveSteps(reading, place)
  return opened
}

/** Goes back to the outer step; at the top of a file there is none. */
export function leaveSteps(reading: Reading, place: Place): void {
  if (place.step) reading.builder.resume(place.step)
  else reading.detached = true
}

/** Reads one step; `key` is its name where it stands in a map. */
export function readStep(
  reading: Reading,
  node: YamlNode,
  place: Place,
  isGraph: boolean,
  key?: YamlScalar,
  opened: OpenedSteps = new Map()
): void {
  const names = node.kind === 'map' ? namesOf(node) : {}
  const id = key ?? names.id
  const title = names.title ?? id
  const ends = node.kind === 'map' && endsCall(node)
  const titleSpan = title?.span ?? headSpan(node)
  const step = reading.builder.openStep({
    title: title?.text.value.trim() ?? '',
    titleSpan,
    ...(id ? { id: id.text.value.trim() } : {}),
    aliases: [names.id, names.title].flatMap(name => (name ? [name.text.value] : [])),
    ...(ends || isGraph ? { continues: false } : {})
  })
  for (const name of [key, names.id, names.title]) {
    if (name && !opened.has(name.text.value)) opened.set(name.text.value, step)
  }
  if (opened.size === 0) opened.set('', step)
  reading.detached = false
  const role = place.role ?? roleOfName(key, node)
  if (node.kind === 'list') readLines(reading, node, { ...place, step, role })
  else reading.read(node, node.kind === 'map' ? { ...place, step } : { ...place, step, role })
  reading.builder.resume(step)
  if (ends) reading.builder.branch({ end: true }, titleSpan)
}

/** A step that is nothing but its text: `greeting: Hello …` is said, `check: …` is done. */
function roleOfName(key: YamlScalar | undefined, node: YamlNode): Role {
  const meaning = key && meaningOf(key.text.value)
  if (meaning === 'say' || meaning === 'script' || meaning === 'customer' || meaning === 'never') return meaning
  return node.kind === 'scalar' ? looseRole(node.text.value) : 'instruct'
}

/** A node that says by its type that the call is over. */
function endsCall(map: YamlMap): boolean {
  return map.entries.some(({ key, value }) => {
    if (value.kind !== 'scalar') return false
    const name = foldKey(key.text.value)
    if (name === 'type' || name === 'kind') return endingTypes.has(foldKey(value.text.value))
    return value.type === 'boolean' && value.text.value === 'true' && endingFlags.has(name)
  })
}
