import type { StepDraft } from '../build.ts'
import { findEntry, firstText, scalarOf } from './nodes.ts'
import type { Place, Reading } from './reading.ts'
import type { OpenedSteps } from './steps.ts'
import type { YamlEntry, YamlMap, YamlNode } from './tree.ts'
import { foldKey } from './vocabulary.ts'

const sourceKeys = new Set(['source', 'from', 'sourcenode', 'sourceid', 'fromnode'])
const targetKeys = new Set(['target', 'to', 'targetnode', 'targetid', 'tonode', 'destination'])

/** The edges that stand beside the nodes of a graph, as most flow builders write them. */
export function findEdges(map: YamlMap): YamlEntry | undefined {
  return map.entries.find(({ key, value }) => /^(?:edges|links)$/i.test(key.text.value) && edgesIn(value).some(isEdge))
}

/** The connections of a workflow file: node → list of lists of `{node: …}`. */
export function findConnections(map: YamlMap): YamlEntry | undefined {
  return map.entries.find(({ key, value }) => key.text.value === 'connections' && value.kind === 'map')
}

/** Adds edges of the form `{source, target, condition}` to the steps they leave. */
export function readEdges(reading: Reading, node: YamlNode, opened: OpenedSteps, place: Place): void {
  for (const edge of edgesIn(node)) {
    const from = scalarOf(byKeys(edge, sourceKeys))
    const to = scalarOf(byKeys(edge, targetKeys))
    const step = from && opened.get(from.text.value)
    if (!step || !to) {
      reading.notes.add(place.path, 'an edge without a node at both ends', edge.span)
      continue
    }
    const condition = findEntry(edge, 'condition') ?? findEntry(edge, 'title')
    const text = condition && firstText(condition.value)
    reading.builder.branch(opened.get(to.text.value) ?? { name: to.text.value }, to.span, text, step)
  }
}

/** Adds the connections of a workflow to the steps they leave. */
export function readConnections(reading: Reading, node: YamlNode, opened: OpenedSteps): void {
  if (node.kind !== 'map') return
  for (const { key, value } of node.entries) {
    const from = opened.get(key.text.value)
    if (from) connect(reading, from, value, opened)
  }
}

function connect(reading: Reading, from: StepDraft, node: YamlNode, opened: OpenedSteps): void {
  if (node.kind === 'list') for (const item of node.items) connect(reading, from, item, opened)
  if (node.kind !== 'map') return
  const to = scalarOf(node.entries.find(({ key }) => key.text.value === 'node'))
  const step = to && opened.get(to.text.value)
  if (step) reading.builder.branch(step, to.span, undefined, from)
  else for (const { key, value } of node.entries) if (key.text.value === 'main') connect(reading, from, value, opened)
}

function edgesIn(node: YamlNode): YamlMap[] {
  const inner = node.kind === 'list' ? node.items : node.kind === 'map' ? node.entries.map(({ value }) => value) : []
  return inner.filter(item => item.kind === 'map')
}

function isEdge(map: YamlMap): boolean {
  return byKeys(map, sourceKeys) !== undefined && byKeys(map, targetKeys) !== undefined
}

function byKeys(map: YamlMap, keys: ReadonlySet<string>): YamlEntry | undefined {
  return map.entries.find(({ key }) => keys.has(foldKey(key.text.value)))
}
