import { trimText } from '../../source/index.ts'
import { findEntry, firstText, headSpan, scalarOf } from './nodes.ts'
import { addPart, isSentence, looseRole } from './parts.ts'
import { below, inList, type Place, type Reading } from './reading.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'
import { readLines } from './turns.ts'
import { foldKey, meaningOf } from './vocabulary.ts'

/** Keys of a branch that say where it leads and when it is taken; all others hold what happens on it. */
const flowMeanings: ReadonlySet<string | undefined> = new Set([
  'condition',
  'next',
  'otherwise',
  'id',
  'title',
  'ignore',
  'branches'
])

/**
 * Reads the ways on from the current step: a list of branches, a map from condition to target, or
 * one of either. `isSure` holds for keys that name nothing but steps.
 */
export function readBranches(reading: Reading, node: YamlNode, place: Place, isSure = true): void {
  if (node.kind === 'scalar') {
    addTarget(reading, node, undefined, isSure)
  } else if (node.kind === 'list') {
    for (const item of node.items) {
      if (item.kind === 'map') readBranch(reading, item, inList(place))
      else readBranches(reading, item, inList(place), isSure)
    }
  } else if (findEntry(node, 'next', 'condition', 'otherwise')) {
    readBranch(reading, node, place)
  } else {
    for (const entry of node.entries) readCase(reading, entry, place)
  }
}

/** `the customer agrees: payment`: the key is the condition. */
export function readCase(reading: Reading, { key, value }: YamlEntry, place: Place, isSure = true): void {
  const condition = foldKey(key.text.value) === 'default' ? undefined : key
  if (value.kind === 'scalar') addTarget(reading, value, condition, isSure)
  else if (value.kind === 'map') readBranch(reading, value, below(place, '*'), condition)
  else readBody(reading, [value], undefined, condition, below(place, '*'))
}

/** One branch with its condition, its target, and what is said on the way. */
export function readBranch(reading: Reading, map: YamlMap, place: Place, given?: YamlScalar): void {
  const condition = given ?? conditionOf(map)
  const target = targetOf(map, condition)
  const body: YamlNode[] = []
  const rest = map.entries.filter(
    ({ key, value }) => value !== condition && value !== target && !flowMeanings.has(meaningOf(key.text.value))
  )
  if (rest.length > 0) body.push({ ...map, entries: rest })
  for (const { key, value } of map.entries) {
    if (meaningOf(key.text.value) === 'next' && value !== target && value.kind !== 'scalar') body.push(value)
  }
  if (body.length > 0) readBody(reading, body, target, condition, place)
  else if (target) addTarget(reading, target, condition)
  else if (condition) reading.notes.add(place.path, 'a condition that leads nowhere', condition.span)
  const otherwise = findEntry(map, 'otherwise')
  if (otherwise?.value.kind === 'scalar') addTarget(reading, otherwise.value, undefined)
  else if (otherwise) readBody(reading, [otherwise.value], undefined, undefined, place)
}

/** What a branch holds besides its target is a step of its own, inside the step it leaves. */
function readBody(
  reading: Reading,
  nodes: readonly YamlNode[],
  target: YamlScalar | undefined,
  condition: YamlScalar | undefined,
  place: Place
): void {
  const { builder } = reading
  const outer = builder.current
  const head = condition ?? nodes[0]
  const titleSpan = head ? headSpan(head) : { start: 0, end: 0 }
  const title = condition ? trimText(condition.text).value.split('\n')[0]! : ''
  const inner = builder.openStep({
    title,
    titleSpan,
    ...(title === '' ? { id: 'otherwise' } : {}),
    ...(outer ? { within: outer } : {})
  })
  for (const node of nodes) {
    const role = node.kind === 'scalar' ? looseRole(node.text.value) : 'instruct'
    if (node.kind === 'list') readLines(reading, node, { ...place, step: inner, role })
    else reading.read(node, { ...place, step: inner, role })
  }
  builder.resume(inner)
  if (target) addTarget(reading, target, undefined)
  if (!outer) return
  builder.resume(outer)
  builder.branch(inner, titleSpan, condition?.text)
}

/** Adds an edge from the current step; a sentence for a target says what to do, not where to go. */
function addTarget(reading: Reading, target: YamlScalar, condition: YamlScalar | undefined, isSure = true): void {
  const name = target.text.value.trim()
  if (name === '') {
    if (condition) reading.notes.add('branches', 'a condition that leads nowhere', condition.span)
  } else if (isWords(name) && !reading.names.has(foldKey(name))) {
    const { current } = reading.builder
    if (condition) readBody(reading, [target], undefined, condition, { path: 'branches' })
    else addPart(reading, looseRole(name), target, { path: 'branches', ...(current ? { step: current } : {}) })
  } else {
    reading.builder.branch(isSure ? { name } : { name, unsure: true }, around(target, condition), condition?.text)
  }
}

/** A sentence, or anything with the marks of one. */
function isWords(name: string): boolean {
  return isSentence(name) || /[，。！？；]|[,.!?;](?:\s|$)/u.test(name)
}

function around({ span }: YamlScalar, other: YamlScalar = { span } as YamlScalar): { start: number; end: number } {
  return { start: Math.min(span.start, other.span.start), end: Math.max(span.end, other.span.end) }
}

/** The condition of a branch; `true` is none. A map (`{type: prompt, prompt: …}`) is read for its text. */
function conditionOf(map: YamlMap): YamlScalar | undefined {
  const entry = findEntry(map, 'condition') ?? findEntry(map, 'customer') ?? conditionByOtherName(map)
  if (!entry) return undefined
  const { value } = entry
  if (value.kind === 'scalar') return value.type === 'boolean' || value.type === 'null' ? undefined : value
  const text = firstText(value)
  return text && { kind: 'scalar', type: 'string', text, span: headSpan(value) }
}

/** `on: answered`, or the label of an edge. */
function conditionByOtherName(map: YamlMap): YamlEntry | undefined {
  return map.entries.find(({ key, value }) => {
    const meaning = meaningOf(key.text.value)
    return value.kind === 'scalar' && (meaning === 'branches' || meaning === 'title') && value.text.value.trim() !== ''
  })
}

/** Where a branch leads: a target key, else whom the call is handed to. */
function targetOf(map: YamlMap, condition: YamlScalar | undefined): YamlScalar | undefined {
  const target = scalarOf(findEntry(map, 'next'))
  if (target) return target
  const handed = scalarOf(map.entries.find(({ key }) => /^(?:agent|transfer|handoff)$/.test(foldKey(key.text.value))))
  return handed && handed !== condition && !isSentence(handed.text.value) ? handed : undefined
}
