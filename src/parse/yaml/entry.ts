import { listeners } from '../../script/index.ts'
import { type FactStatement, factNamed, validValue } from '../facts.ts'
import { listenerNamed } from '../listener.ts'
import { addPart, isSentence, isWording, looseRole } from './parts.ts'
import { below, type Place, type Reading } from './reading.ts'
import { isConversation, isRole, isStepLike } from './shape.ts'
import { readRole, readSpoken } from './spoken.ts'
import { leaveSteps, readStep, readSteps } from './steps.ts'
import type { YamlEntry, YamlNode, YamlScalar } from './tree.ts'
import { readLines, roleOfSpeaker, type Turn } from './turns.ts'
import { foldKey, type KeyMeaning, meaningOf } from './vocabulary.ts'

/** Reads one key with what it holds. */
export function readEntry(reading: Reading, entry: YamlEntry, place: Place, turn: Turn | undefined): void {
  const { key, value } = entry
  const name = key.text.value
  const meaning = meaningOf(name)
  const inside = below(place, key)
  const isTop = place.path === ''
  if (isTop && readFact(reading, entry)) return
  if (isTop && meaning === undefined && isDefinition(reading, entry)) {
    reading.notes.add(inside.path, 'read where it is used', key.span)
  } else if (
    !place.step &&
    mayBeStep(meaning, isTop && reading.entry !== undefined) &&
    (value.kind === 'map' ? isStepLike(value) : isConversation(value))
  ) {
    readStep(reading, value, inside, false, key)
    leaveSteps(reading, place)
  } else if (meaning !== undefined && isRole(meaning)) readSpoken(reading, entry, meaning, inside, turn)
  else if (meaning === 'ignore' || (meaning === 'settings' && value.kind === 'scalar'))
    reading.notes.add(inside.path, 'a setting, not read', key.span)
  else if (meaning === 'listener' && place.step && value.kind === 'scalar') readListener(reading, key, value)
  else if (meaning === 'lines') readConversation(reading, value, inside)
  else if (meaning === undefined) readUnknown(reading, entry, place)
  else if (value.kind !== 'scalar') {
    if (meaning === 'steps') readStepsEntry(reading, entry, inside)
    else reading.read(value, inside)
  } else if (isTop && meaning === 'title' && !value.text.value.trim().includes('\n')) {
    reading.builder.entitle(value.text.value.trim())
  } else readLoose(reading, value, place, inside, key)
}

/**
 * A name of the author's own choice, a role that a stage of the call can have for a name
 * (`opening`), or a conversation behind others.
 */
function mayBeStep(meaning: KeyMeaning | undefined, followsText: boolean): boolean {
  if (meaning === 'lines') return followsText
  return meaning === undefined || (isRole(meaning) && meaning !== 'never' && meaning !== 'mention')
}

/** A key whose only use is to hold what aliases stand for; an alias itself points back, to an earlier place. */
function isDefinition(reading: Reading, { key, value }: YamlEntry): boolean {
  if (value.span.start < key.span.start) return false
  if (reading.aliased.has(value)) return true
  const inner =
    value.kind === 'list' ? value.items : value.kind === 'map' ? value.entries.map(entry => entry.value) : []
  return inner.length > 0 && inner.every(node => reading.aliased.has(node))
}

/** Facts stand at the top of a file, or below `facts` or `metadata` there. */
function readFact(reading: Reading, { key, value }: YamlEntry): boolean {
  const fact = factOf({ key, value })
  if (fact) reading.facts.push(fact)
  if (fact || value.kind !== 'map' || meaningOf(key.text.value) !== 'facts') return fact !== undefined
  // Other tools keep other things in their metadata: what is no fact of ours there is no mistake.
  const isOurs = foldKey(key.text.value) === 'facts'
  for (const entry of value.entries) {
    const inner = factOf(entry)
    const isValid = inner?.values.every(text => validValue(inner.name, text.value.trim()) !== undefined)
    if (inner && (isOurs || isValid)) reading.facts.push(inner)
    else reading.notes.add(below({ path: key.text.value }, entry.key).path, 'no fact about the call', entry.key.span)
  }
  return true
}

function factOf({ key, value }: YamlEntry): FactStatement | undefined {
  const name = factNamed(key.text.value)
  const nodes = value.kind === 'list' ? value.items : [value]
  const values = nodes.flatMap(item => (item.kind === 'scalar' ? [item.text] : []))
  return name && values.length === nodes.length ? { name, values } : undefined
}

/** `listener: machine`: who is on the line in this step. */
function readListener({ builder }: Reading, key: YamlScalar, { text, span }: YamlScalar): void {
  const listener = listenerNamed(text.value)
  if (listener) builder.mark(listener)
  else {
    const data = { name: key.text.value, value: text.value, expected: listeners.join(', ') }
    builder.trouble({ code: 'unknown-fact-value', span, data })
  }
}

function readConversation(reading: Reading, value: YamlNode, place: Place): void {
  const role = place.isTest ? 'customer' : undefined
  if (value.kind === 'list') readLines(reading, value, role ? { ...place, role } : place)
  else if (value.kind === 'map') reading.read(value, { ...place, role: role ?? 'say' })
  else if (isSentence(value.text.value)) addPart(reading, 'script', value, place)
  else reading.notes.add(place.path, 'not a text', value.span)
}

function readStepsEntry(reading: Reading, { key, value }: YamlEntry, place: Place): void {
  // A branch's own steps are told in one go: it is one step already.
  if (place.step?.opening.within) readLines(reading, value, { ...place, role: 'instruct' })
  else readSteps(reading, value, place, /^(?:nodes|states)$/.test(foldKey(key.text.value)))
}

function readUnknown(reading: Reading, { key, value }: YamlEntry, place: Place): void {
  const name = key.text.value
  const inside = below(place, key)
  const role = place.isTurn ? roleOfSpeaker(reading, name) : undefined
  if (role) readRole(reading, role, { key, value }, inside, name)
  else if (/judge|rubric|grader|auditor/i.test(name))
    reading.read(value, { ...inside, role: 'mention', isForced: true })
  else if (value.kind === 'scalar') readLoose(reading, value, place, inside, key)
  else reading.read(value, inside)
}

/** A text under a key that says nothing: wording where wording is expected, else an instruction if it is a sentence. */
function readLoose(reading: Reading, value: YamlScalar, place: Place, inside: Place, key: YamlScalar): void {
  const { role = 'instruct' } = place
  const isText = role === 'instruct' ? isSentence(value.text.value) : isWording(value.text.value)
  const own = role === 'instruct' ? looseRole(value.text.value) : role
  if (value.type === 'string' && isText) addPart(reading, own, value, inside)
  else if (value.type !== 'null') reading.notes.add(inside.path, 'no rule for this key', key.span)
}
