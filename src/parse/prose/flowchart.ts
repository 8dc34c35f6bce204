import type { SpokenText } from '../../source/index.ts'
import { sliceText, toSource } from '../../source/index.ts'
import type { ScriptBuilder, StepDraft } from '../build.ts'

const edge =
  /^\s*([\p{L}\p{N}_]+|\[\*\])((?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?:--+>?|==+>|-\.+->?)\s*(?:\|([^|]*)\|)?\s*(?:([^>|\n]*?)\s*--+>\s*)?([\p{L}\p{N}_]+|\[\*\])((?:\[[^\]]*\]|\([^)]*\)|\{[^}]*\})?)\s*(?::\s*([^%\n]*))?/du

/** Reads the edges of a Mermaid state diagram or flowchart: each state is a step, each edge a branch. */
export function readFlowchart(builder: ScriptBuilder, text: SpokenText): void {
  const container = builder.current
  const states = new Map<string, StepDraft>()
  const state = (name: string, label: string, start: number): StepDraft => {
    const known = states.get(name)
    if (known) return known
    const titleSpan = toSource(text, start, start + name.length)
    const title = label.replaceAll(/^[[({"]+|[\])}"]+$/gu, '') || name
    const step = builder.openStep({ title, aliases: [name], titleSpan, continues: false })
    states.set(name, step)
    return step
  }
  let lineStart = 0
  for (const line of text.value.split('\n')) {
    const match = edge.exec(line.slice(0, 600).replace(/%%.*$/u, rest => ' '.repeat(rest.length)))
    const at = lineStart
    lineStart += line.length + 1
    if (!match?.indices) continue
    const [, from, fromLabel, piped, dashed, to, toLabel, spoken] = match
    const toStart = at + match.indices[5]![0]
    if (from === '[*]') {
      if (container && to !== '[*]') {
        const first = state(to!, toLabel ?? '', toStart)
        builder.branch(first, toSource(text, at, at + line.length), undefined, container)
      }
      continue
    }
    const source = state(from!, fromLabel ?? '', at + match.indices[1]![0])
    const target = to === '[*]' ? { name: 'end' } : state(to!, toLabel ?? '', toStart)
    const index = [3, 4, 7].find(number => match.indices?.[number] && match[number]?.trim())
    const label = (piped ?? dashed ?? spoken) && index ? match.indices[index] : undefined
    const condition = label && sliceText(text, at + label[0], at + label[0] + match[index!]!.trimEnd().length)
    builder.branch(target, toSource(text, at, at + line.trimEnd().length), condition, source)
  }
  if (container) builder.resume(container)
}
