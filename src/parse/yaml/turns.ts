import { sliceText } from '../../source/index.ts'
import { speakerOf } from '../prose/cast.ts'
import { findEntry, scalarOf } from './nodes.ts'
import { addPart, isSentence } from './parts.ts'
import { inList, type Place, type Reading, type Role } from './reading.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'
import { foldKey } from './vocabulary.ts'

/** Whose turn a map is, by its `speaker`, `role` or `from`. */
export interface Turn {
  readonly entry: YamlEntry
  /** None where a machine takes the turn: the result of a tool. */
  readonly role: Role | undefined
  readonly label: string
}

/** Reads what people say in turn: `- agent: …`, `{speaker: agent, text: …}`, or "Agent: …". */
export function readLines(reading: Reading, node: YamlNode, place: Place): void {
  if (node.kind === 'list') for (const item of node.items) readLines(reading, item, inList(place))
  else if (node.kind === 'map') reading.read(node, { ...place, isTurn: true })
  else if (place.role && place.role !== 'say') addPart(reading, place.role, node, place)
  else readLabelled(reading, node, place)
}

/** Whose words the map holds; undefined where it does not say. */
export function turnOf(reading: Reading, map: YamlMap): Turn | undefined {
  const entry = findEntry(map, 'speaker')
  const name = scalarOf(entry)
  if (!entry || !name || !findEntry(map, 'text', 'content', 'say', 'script')) return undefined
  const label = name.text.value.trim()
  if (label.length > 40 || isSentence(label)) return undefined
  return { entry, role: roleOf(reading, label), label }
}

/** The role of a speaker's name; a name that nobody knows is the agent's, whose wording is checked. */
function roleOf(reading: Reading, label: string): Role | undefined {
  const name = foldKey(label)
  if (name === 'system' || name === 'developer' || name === 'instruction') return 'instruct'
  if (name === 'tool' || name === 'function') return undefined
  if (name === 'human') return 'customer'
  return roleOfSpeaker(reading, label) ?? 'say'
}

/** The role of a key or label that may be anybody's name. */
export function roleOfSpeaker(reading: Reading, label: string): Role | undefined {
  const speaker = speakerOf(label.replaceAll('_', ' '), reading.cast)
  return speaker && (speaker === 'customer' ? 'customer' : 'say')
}

function readLabelled(reading: Reading, node: YamlScalar, place: Place): void {
  const match = /^\s*([^\s:：][^:：\n]{0,30}?)\s*[:：]\s*/u.exec(node.text.value)
  const role = match ? roleOfSpeaker(reading, match[1]!) : undefined
  if (!match || !role) addPart(reading, 'script', node, place)
  else addPart(reading, role, { ...node, text: sliceText(node.text, match[0].length) }, place, match[1])
}
