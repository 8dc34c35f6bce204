import { sliceText, trimText } from '../../source/index.ts'
import type { StepDraft } from '../build.ts'
import { scalarOf } from './nodes.ts'
import { addPart } from './parts.ts'
import type { Place, Reading } from './reading.ts'
import { leaveSteps } from './steps.ts'
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from './tree.ts'

interface Bot {
  readonly reading: Reading
  /** The wordings of each `utter_…`. */
  readonly responses: ReadonlyMap<string, YamlEntry>
  readonly used: Set<string>
  /** The step that all stories leave from; none in a file without stories. */
  readonly hub: StepDraft | undefined
}

/** A chatbot project (wordings, stories, training examples), together in one file or apart. */
export function isRasa(root: YamlNode): root is YamlMap {
  if (root.kind !== 'map') return false
  return (
    isResponses(childOf(root, 'responses')) ||
    isResponses(childOf(root, 'templates')) ||
    itemsOf(root, 'stories').some(story => childOf(story, 'story')) ||
    itemsOf(root, 'rules').some(rule => childOf(rule, 'rule')) ||
    itemsOf(root, 'nlu').some(group => childOf(group, 'intent'))
  )
}

/**
 * Each story is a conversation of its own that starts anew, so the stories are branches of one
 * entry, and so are the wordings that no story uses. Without stories all wordings stand in a row.
 */
export function readRasa(reading: Reading, root: YamlMap): void {
  const groups = [childOf(root, 'responses'), childOf(root, 'templates')]
  const entries = groups.flatMap(group => (group?.kind === 'map' ? group.entries : []))
  const stories = [...itemsOf(root, 'stories'), ...itemsOf(root, 'rules')]
  const head = root.entries.find(({ key }) => key.text.value === 'stories' || key.text.value === 'rules')?.key
  const bot: Bot = {
    reading,
    responses: new Map(entries.map(entry => [entry.key.text.value, entry])),
    used: new Set(),
    hub:
      head && stories.length > 0
        ? reading.builder.openStep({ title: head.text.value, titleSpan: head.span, id: 'stories', continues: false })
        : undefined
  }
  for (const story of stories) readStory(bot, story)
  for (const [name, { key, value }] of bot.responses) {
    if (!bot.used.has(name)) readWordings(reading, value, { path: 'responses.*', step: openStep(bot, key, name) })
  }
  for (const group of itemsOf(root, 'nlu')) readExamples(bot, group)
  leaveSteps(reading, { path: '' })
  for (const { key } of root.entries) {
    if (!/^(?:responses|templates|stories|rules|nlu)$/.test(key.text.value)) skip(reading, key.text.value, key)
  }
}

function openStep({ reading, hub }: Bot, title: YamlScalar, id?: string): StepDraft {
  const step = reading.builder.openStep({
    title: title.text.value.trim(),
    titleSpan: title.span,
    ...(id === undefined ? {} : { id }),
    ...(hub ? { continues: false } : {})
  })
  if (hub) reading.builder.branch(step, title.span, title.text, hub)
  return step
}

function readStory(bot: Bot, story: YamlMap): void {
  const title = scalarOf(story.entries.find(({ key }) => key.text.value === 'story' || key.text.value === 'rule'))
  if (!title) {
    bot.reading.notes.add('stories[]', 'a story without a name', story.span)
    return
  }
  const step = openStep(bot, title)
  for (const turn of itemsOf(story, 'steps')) readTurn(bot, turn, { path: 'stories[].steps[]', step })
  bot.reading.builder.branch({ end: true }, title.span, undefined, step)
}

function readTurn(bot: Bot, turn: YamlMap, place: Place): void {
  const { reading } = bot
  for (const { key, value } of turn.entries) {
    const name = key.text.value
    if (name === 'or') {
      for (const item of itemsOf(turn, name)) readTurn(bot, item, place)
    } else if (value.kind === 'scalar' && (name === 'intent' || name === 'user')) {
      addPart(reading, 'customer', value, place)
    } else if (value.kind === 'scalar' && name === 'bot') {
      addPart(reading, 'say', value, place)
    } else if (value.kind === 'scalar' && name === 'action') {
      readAction(bot, value, place)
    } else {
      skip(reading, `${place.path}.${name}`, key)
    }
  }
}

function readAction({ reading, responses, used }: Bot, action: YamlScalar, place: Place): void {
  const name = action.text.value
  const response = responses.get(name)
  used.add(name)
  if (response) readWordings(reading, response.value, place)
  else reading.notes.add(`action ${name}`, 'its wording is not in this file', action.span)
}

/** The alternatives of a response: texts, or maps with a text among other things. */
function readWordings(reading: Reading, node: YamlNode, place: Place): void {
  if (node.kind === 'scalar') addPart(reading, 'say', node, place)
  else if (node.kind === 'list') for (const item of node.items) readWordings(reading, item, place)
  else {
    for (const { key, value } of node.entries) {
      if (key.text.value === 'text' || key.text.value === 'ssml') readWordings(reading, value, place)
      else skip(reading, `${place.path}[].${key.text.value}`, key)
    }
  }
}

/** What customers say, one example a line: `- I have paid already`. */
function readExamples(bot: Bot, group: YamlMap): void {
  const { reading } = bot
  const title = scalarOf(group.entries[0])
  if (!title) return
  const place: Place = { path: 'nlu[]', step: openStep(bot, title) }
  for (const { key, value } of group.entries.slice(1)) {
    if (key.text.value !== 'examples') skip(reading, `nlu[].${key.text.value}`, key)
    else if (value.kind !== 'scalar') reading.read(value, { ...place, role: 'customer' })
    else for (const line of linesOf(value)) addPart(reading, 'customer', line, place)
  }
}

function* linesOf(node: YamlScalar): Generator<YamlScalar> {
  for (const match of node.text.value.matchAll(/^[ \t]*[-*]?[ \t]*(.*)$/gmu)) {
    const end = match.index + match[0].length
    yield { ...node, text: trimText(sliceText(node.text, end - match[1]!.length, end)) }
  }
}

function skip(reading: Reading, path: string, key: YamlScalar): void {
  reading.notes.add(path, 'a setting of the bot, not read', key.span)
}

function isResponses(node: YamlNode | undefined): boolean {
  return node?.kind === 'map' && node.entries.some(({ key }) => key.text.value.startsWith('utter_'))
}

/** The maps in the list under a name. */
function itemsOf(map: YamlMap, name: string): YamlMap[] {
  const list = childOf(map, name)
  return list?.kind === 'list' ? list.items.filter(item => item.kind === 'map') : []
}

function childOf(map: YamlMap, name: string): YamlNode | undefined {
  return map.entries.find(({ key }) => key.text.value === name)?.value
}
