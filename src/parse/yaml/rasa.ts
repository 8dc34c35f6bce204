import { sliceText, trimText } from '../../source/index.ts'
import type { DraftTarget } from '../build.ts'
import { scalarOf } from './nodes.ts'
import { addPart } from './parts.ts'
import type { Place, Reading } from './reading.ts'
import { leaveSteps } from './steps.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'

/** The wordings of each `utter_…`, as the domain of the bot lists them. */
type Responses = ReadonlyMap<string, YamlEntry>

/** A chatbot project (domain, stories, training examples), together in one file or apart. */
export function isRasa(root: YamlNode): root is YamlMap {
  if (root.kind !== 'map') return false
  const inner = (name: string) => childOf(root, name)
  if (isResponses(inner('responses')) || isResponses(inner('templates'))) return true
  return someItem(inner('stories'), 'story') || someItem(inner('rules'), 'rule') || someItem(inner('nlu'), 'intent')
}

/**
 * Each story is a conversation of its own that starts anew, so the stories are branches of one
 * entry. Wordings that no story uses are steps without a place in a flow.
 */
export function readRasa(reading: Reading, root: YamlMap): void {
  const responses: Responses = new Map(
    ['responses', 'templates'].flatMap(name => {
      const value = childOf(root, name)
      return value?.kind === 'map' ? value.entries.map(entry => [entry.key.text.value, entry] as const) : []
    })
  )
  const stories = ['stories', 'rules'].flatMap(name =>
    root.entries.filter(({ key, value }) => key.text.value === name && value.kind === 'list')
  )
  const used = new Set<string>()
  const entry = stories[0]
  if (entry) {
    const hub = reading.builder.openStep({
      id: 'stories',
      title: entry.key.text.value,
      titleSpan: entry.key.span,
      continues: false
    })
    for (const { value } of stories) {
      for (const story of value.kind === 'list' ? value.items : []) {
        if (story.kind === 'map') readStory(reading, story, responses, used, hub)
      }
    }
    leaveSteps(reading, { path: '' })
  }
  for (const [name, response] of responses) if (!used.has(name)) readResponse(reading, response)
  readExamples(reading, childOf(root, 'nlu'))
  for (const { key } of root.entries) {
    if (!/^(?:responses|templates|stories|rules|nlu)$/.test(key.text.value))
      reading.notes.add(key.text.value, 'a setting of the bot, not read', key.span)
  }
}

function readStory(
  reading: Reading,
  story: YamlMap,
  responses: Responses,
  used: Set<string>,
  hub: DraftTarget & object
): void {
  const { builder } = reading
  const title = scalarOf(story.entries.find(({ key }) => key.text.value === 'story' || key.text.value === 'rule'))
  const steps = childOf(story, 'steps')
  if (!title || steps?.kind !== 'list') {
    reading.notes.add('stories[]', 'a story without a name or steps', story.span)
    return
  }
  const step = builder.openStep({ title: title.text.value.trim(), titleSpan: title.span, continues: false })
  const place: Place = { path: 'stories[].steps[]', step }
  for (const turn of steps.items) if (turn.kind === 'map') readTurn(reading, turn, responses, used, place)
  builder.branch({ end: true }, title.span, undefined, step)
  if ('id' in hub) builder.branch(step, title.span, title.text, hub)
}

function readTurn(reading: Reading, turn: YamlMap, responses: Responses, used: Set<string>, place: Place): void {
  for (const { key, value } of turn.entries) {
    const name = key.text.value
    if (value.kind === 'list' && name === 'or') {
      for (const item of value.items) if (item.kind === 'map') readTurn(reading, item, responses, used, place)
    } else if (value.kind === 'scalar' && (name === 'intent' || name === 'user')) {
      addPart(reading, 'customer', value, place)
    } else if (value.kind === 'scalar' && name === 'bot') {
      addPart(reading, 'say', value, place)
    } else if (value.kind === 'scalar' && name === 'action') {
      const response = responses.get(value.text.value)
      if (response) readWordings(reading, response.value, place)
      else reading.notes.add(`action ${value.text.value}`, 'its wording is not in this file', value.span)
      used.add(value.text.value)
    } else {
      reading.notes.add(`${place.path}.${name}`, 'a setting of the bot, not read', key.span)
    }
  }
}

function readResponse(reading: Reading, { key, value }: YamlEntry): void {
  const step = reading.builder.openStep({ id: key.text.value, title: key.text.value, titleSpan: key.span })
  readWordings(reading, value, { path: 'responses.*', step })
  leaveSteps(reading, { path: '' })
}

/** The alternatives of a response: texts, or maps with a text among other things. */
function readWordings(reading: Reading, node: YamlNode, place: Place): void {
  if (node.kind === 'list') for (const item of node.items) readWordings(reading, item, place)
  else if (node.kind === 'scalar') addPart(reading, 'say', node, place)
  else {
    for (const { key, value } of node.entries) {
      if (key.text.value === 'text' || key.text.value === 'ssml') readWordings(reading, value, place)
      else reading.notes.add(`${place.path}[].${key.text.value}`, 'a setting of the bot, not read', key.span)
    }
  }
}

/** What customers say, one example a line: `- I have paid already`. */
function readExamples(reading: Reading, nlu: YamlNode | undefined): void {
  for (const group of nlu?.kind === 'list' ? nlu.items : []) {
    if (group.kind !== 'map') continue
    const title = scalarOf(group.entries[0])
    const step = reading.builder.openStep({ title: title?.text.value ?? 'nlu', titleSpan: title?.span ?? group.span })
    const place: Place = { path: 'nlu[]', step }
    for (const { key, value } of group.entries.slice(1)) {
      if (key.text.value !== 'examples')
        reading.notes.add(`nlu[].${key.text.value}`, 'a setting of the bot, not read', key.span)
      else if (value.kind === 'scalar') for (const line of linesOf(value)) addPart(reading, 'customer', line, place)
      else reading.read(value, { ...place, role: 'customer' })
    }
  }
  if (nlu) leaveSteps(reading, { path: '' })
}

function* linesOf(node: YamlScalar): Generator<YamlScalar> {
  for (const match of node.text.value.matchAll(/^[ \t]*[-*]?[ \t]*(.*)$/gmu)) {
    const start = match.index + match[0].length - match[1]!.length
    yield { ...node, text: trimText(sliceText(node.text, start, match.index + match[0].length)) }
  }
}

function isResponses(node: YamlNode | undefined): boolean {
  return node?.kind === 'map' && node.entries.some(({ key }) => key.text.value.startsWith('utter_'))
}

function someItem(node: YamlNode | undefined, name: string): boolean {
  return node?.kind === 'list' && node.items.some(item => item.kind === 'map' && childOf(item, name) !== undefined)
}

function childOf(map: YamlMap, name: string): YamlNode | undefined {
  return map.entries.find(({ key }) => key.text.value === name)?.value
}
