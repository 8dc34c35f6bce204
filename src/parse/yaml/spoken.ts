import { readBranch } from './branches.ts'
import { findEntry } from './nodes.ts'
import { addPart, isCodeName, isWording } from './parts.ts'
import { below, inList, type Place, type Reading, type Role } from './reading.ts'
import { looksLikeSteps } from './shape.ts'
import { leaveSteps, readSteps } from './steps.ts'
import type { YamlEntry, YamlList, YamlMap, YamlScalar } from './tree.ts'
import { readLines, roleOfSpeaker, type Turn } from './turns.ts'
import { foldKey, type KeyMeaning, meaningOf } from './vocabulary.ts'

/** Keys under which a map is about a person and does not hold that person's words. */
const owners = /^(?:agent|assistant|bot|customer|client|user|debtor|borrower|consumer|system|thirdparty|caller)$/

/** A text whose key, speaker or place says whose it is. */
export function readSpoken(
  reading: Reading,
  entry: YamlEntry,
  meaning: KeyMeaning,
  place: Place,
  turn: Turn | undefined
): void {
  const name = entry.key.text.value
  const isOpen = meaning === 'text' || meaning === 'content' || meaning === 'say' || meaning === 'script'
  if (turn && isOpen) {
    if (turn.role) readRole(reading, turn.role, entry, place, turn.label)
    else reading.notes.add(place.path, 'the turn of a machine', entry.key.span)
  } else if (meaning === 'text' || meaning === 'content') {
    readRole(reading, place.role ?? (meaning === 'text' ? 'say' : 'instruct'), entry, place)
  } else if (reading.entry && foldKey(name).startsWith('voicemail')) {
    readAside(reading, entry, place)
  } else {
    readRole(reading, meaning as Role, entry, place, roleOfSpeaker(reading, name) ? name : undefined)
  }
}

/** Reads what a key holds in one role. */
export function readRole(reading: Reading, role: Role, { key, value }: YamlEntry, place: Place, label?: string): void {
  if (value.kind === 'scalar') {
    const isText = value.type === 'string' || (value.type === 'number' && role === 'customer')
    if (isText && isCodeName(value.text.value)) reading.notes.add(place.path, 'a name, no wording', value.span)
    else if (isText) addPart(reading, role, value, place, label)
    else if (value.type !== 'null') reading.notes.add(place.path, 'not a text', value.span)
  } else if (value.kind === 'list') {
    if (role === 'script') readLines(reading, value, place)
    else readGroup(reading, role, value, key, place, label)
  } else if (role === 'never' || role === 'mention') {
    reading.read(value, { ...place, role, isForced: true })
  } else {
    const { role: _, ...plain } = place
    const own = isStaticText(value) ? 'say' : role
    reading.read(value, owners.test(foldKey(key.text.value)) ? plain : { ...place, role: own })
  }
}

/** Below `never` and in expectations all wording is of one kind, whatever its keys say. */
export function readForced(reading: Reading, map: YamlMap, place: Place): void {
  for (const { key, value } of map.entries) {
    const meaning = meaningOf(key.text.value)
    const inside = below(place, key)
    const isSetting = meaning === 'ignore' || meaning === 'id' || meaning === 'speaker'
    if (isSetting || (value.kind === 'scalar' && !isWording(value.text.value))) {
      reading.notes.add(inside.path, 'a setting, not read', key.span)
    } else {
      reading.read(value, inside)
    }
  }
}

function readGroup(reading: Reading, role: Role, list: YamlList, key: YamlScalar, place: Place, label?: string): void {
  if (!place.step && role !== 'never' && role !== 'mention' && looksLikeSteps(list)) {
    readSteps(reading, list, { ...place, role })
    return
  }
  const isForced = role === 'never' || role === 'mention'
  const inside: Place = { ...inList(place), role, ...(isForced ? { isForced } : {}) }
  for (const item of list.items) {
    if (item.kind === 'scalar') readRole(reading, role, { key, value: item }, inside, label)
    else if (item.kind === 'map' && !isForced && findEntry(item, 'condition')) readBranch(reading, item, inside)
    else reading.read(item, inside)
  }
}

/** `instruction: {type: static_text, text: …}`: the node says its text word for word. */
function isStaticText(map: YamlMap): boolean {
  return map.entries.some(
    ({ key, value }) => key.text.value === 'type' && value.kind === 'scalar' && value.text.value === 'static_text'
  )
}

/** What is said to a machine instead of a person is a way of its own through the call. */
function readAside(reading: Reading, entry: YamlEntry, place: Place): void {
  const { builder } = reading
  const { key } = entry
  const from = reading.entry!
  const title = key.text.value
  const step = builder.openStep({ id: 'voicemail', title, titleSpan: key.span, within: from, continues: false })
  readRole(reading, 'say', entry, { ...place, step })
  builder.branch(step, key.span, key.text, from)
  leaveSteps(reading, place)
}
