import { sliceText, toSource } from '../../source/index.ts'
import { readBranch, readBranches, readCase } from './branches.ts'
import { readEntry } from './entry.ts'
import { findConnections, findEdges, readConnections, readEdges } from './graph.ts'
import { findEntry, namesOf } from './nodes.ts'
import { addPart, isSentence } from './parts.ts'
import { below, inList, type Place, type Reading } from './reading.ts'
import { isTest, looksLikeLines, looksLikeSteps, namedValue } from './shape.ts'
import { readForced, readRole } from './spoken.ts'
import { readSteps } from './steps.ts'
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlScalar } from './tree.ts'
import { readLines, turnOf } from './turns.ts'
import { foldKey, type KeyMeaning, meaningOf } from './vocabulary.ts'

const flowMeanings: ReadonlySet<string | undefined> = new Set<KeyMeaning>([
  'branches',
  'next',
  'condition',
  'otherwise'
])

/** Reads any node by the meaning of its keys. */
export function readNode(reading: Reading, node: YamlNode, place: Place): void {
  if (node.kind === 'list') readList(reading, node, place)
  else if (node.kind === 'scalar') readText(reading, node, place)
  else if (place.isForced) readForced(reading, node, place)
  else if (place.isTurn && findEntry(node, 'condition')) readBranch(reading, node, place)
  else readMap(reading, node, place)
}

function readList(reading: Reading, list: YamlList, place: Place): void {
  if (!place.isForced && looksLikeLines(list)) readLines(reading, list, place)
  else if (!place.isForced && !place.step?.opening.within && looksLikeSteps(list)) readSteps(reading, list, place)
  else {
    for (const item of list.items) {
      // Answers to what the customer may say: `- if: … say: …`.
      if (item.kind === 'map' && !place.isForced && findEntry(item, 'condition'))
        readBranch(reading, item, inList(place))
      else readNode(reading, item, inList(place))
    }
  }
}

/** A text without a key of its own. */
function readText(reading: Reading, node: YamlScalar, place: Place): void {
  if (node.type === 'null') return
  warnOfWideColon(reading, node)
  const role = place.role ?? (isSentence(node.text.value) ? 'instruct' : undefined)
  if (role && (node.type === 'string' || role === 'customer')) addPart(reading, role, node, place)
  else reading.notes.add(place.path, 'not a text', node.span)
}

/** `坐席：您好` looks like a key and is none. */
function warnOfWideColon({ builder }: Reading, { text }: YamlScalar): void {
  const name = /^\s*([^\s:：]{1,12})：/u.exec(text.value)
  if (!name || meaningOf(name[1]!) === undefined) return
  const span = toSource(text, name[0].length - 1, name[0].length)
  builder.trouble({ code: 'yaml-syntax', span, data: { message: 'The wide colon “：” is none to YAML; write “: ”' } })
}

function readMap(reading: Reading, map: YamlMap, place: Place): void {
  const turn = turnOf(reading, map)
  const here: Place = isTest(map) ? { ...place, isTest: true } : place
  const graph = findEdges(map) ?? findConnections(map)
  const names = place.step ? namesOf(map) : {}
  const setting = namedValue(map)
  const flow: YamlEntry[] = []
  for (const entry of setting ? [setting] : inCallOrder(map.entries)) {
    const { key, value } = entry
    const meaning = meaningOf(key.text.value)
    // What a step is called, and who takes a turn, is no part of what is said.
    if (entry === graph || entry === turn?.entry || value === names.id || value === names.title) continue
    const leadsOn = flowMeanings.has(meaning) || (place.step && isReaction(entry))
    if (leadsOn && (place.step || meaning !== 'branches')) flow.push(entry)
    else if (leadsOn) readFlow(reading, { ...map, entries: [entry] }, here)
    else if (graph && meaning === 'steps') readGraph(reading, entry, graph, below(here, key))
    else readEntry(reading, entry, here, turn)
  }
  if (flow.length > 0) readFlow(reading, { ...map, entries: flow }, here)
}

/** The opening runs before everything, the messages that end a call after it. */
function inCallOrder(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const rank = ({ key }: YamlEntry) => {
    const name = foldKey(key.text.value)
    if (/^(?:first(?:message|sentence)|beginmessage|welcomemessage|initialgreeting)$/.test(name)) return 0
    return /^(?:voicemail\w*|endcallmessage|endmessage)$/.test(name) ? 2 : 1
  }
  return entries.some(entry => rank(entry) !== 1) ? entries.toSorted((a, b) => rank(a) - rank(b)) : entries
}

function readGraph(reading: Reading, { value }: YamlEntry, edges: YamlEntry, place: Place): void {
  const opened = readSteps(reading, value, place, true)
  if (edges.key.text.value === 'connections') readConnections(reading, edges.value, opened)
  else readEdges(reading, edges.value, opened, place)
}

/** The ways on are read last, wherever they stand among the keys: first those with a condition. */
function readFlow(reading: Reading, flow: YamlMap, place: Place): void {
  if (place.step) reading.builder.resume(place.step)
  if (findEntry(flow, 'condition') && findEntry(flow, 'next')) {
    readBranch(reading, flow, place)
    return
  }
  const inOrder = flow.entries.toSorted((a, b) => Number(isPlain(a)) - Number(isPlain(b)))
  for (const { key, value } of inOrder) {
    const meaning = meaningOf(key.text.value)
    const inside = below(place, key)
    const isName = value.kind !== 'scalar' || value.type === 'string' || (value.type === 'number' && meaning === 'next')
    if (!isName || !(place.step ?? reading.builder.current)) reading.notes.add(inside.path, 'leads nowhere', key.span)
    else if (!flowMeanings.has(meaning)) readReaction(reading, { key, value }, inside)
    else if (meaning === 'condition') readRole(reading, 'instruct', { key, value }, inside)
    else readBranches(reading, value, inside, meaning === 'next')
  }
}

const reaction = /^(?:on|if|when)(?:[_-]|(?=\p{Lu}))/u

/** `on_refusal: closing`: the rest of the key is the condition. */
function isReaction({ key }: YamlEntry): boolean {
  return meaningOf(key.text.value) === undefined && reaction.test(key.text.value)
}

function readReaction(reading: Reading, { key, value }: YamlEntry, place: Place): void {
  const prefix = reaction.exec(key.text.value)?.[0].length ?? 0
  readCase(reading, { key: { ...key, text: sliceText(key.text, prefix) }, value }, place, false)
}

function isPlain({ key, value }: YamlEntry): boolean {
  const meaning = meaningOf(key.text.value)
  return (meaning === 'next' || meaning === 'otherwise') && value.kind === 'scalar'
}
