import { positionAt } from '../source/index.ts'
import type { Branch, Part, Script, Step } from './script.ts'

/**
 * A script as a tree that people read: one line a part, with its place, its role and its words, under
 * the step that holds it. Steps that a branch opened stand deeper than the step they belong to.
 */
export function outline(script: Script): string {
  const lines: string[] = []
  const at = (offset: number) => {
    const { line, column } = positionAt(script.file, offset)
    return `${line}:${column}`
  }
  if (script.title !== undefined) lines.push(`title: ${oneLine(script.title)}`)
  for (const [name, values] of Object.entries(script.facts)) lines.push(`${name}: ${values.join(', ')}`)
  const depths = new Map<string, number>()
  for (const step of script.steps) {
    const depth = step.within === undefined ? 0 : (depths.get(step.within) ?? -1) + 1
    depths.set(step.id, depth)
    const indent = '  '.repeat(Math.min(depth, 12))
    lines.push(`${indent}${stepLine(step, at(step.titleSpan.start))}`)
    for (const item of step.items) {
      const text = item.kind === 'branch' ? branchText(item) : `${roleOf(item)} | ${oneLine(item.text.value)}`
      lines.push(`${indent}  ${at(item.span.start)} ${text}`)
    }
  }
  for (const { text, span } of script.comments) lines.push(`comment ${at(span.start)} | ${oneLine(text)}`)
  for (const { reason, span } of script.unread) lines.push(`unread ${at(span.start)} | ${reason}`)
  return `${lines.join('\n')}\n`
}

function stepLine(step: Step, place: string): string {
  const within = step.within === undefined ? '' : ` within #${step.within}`
  const stops = step.continues || step.within !== undefined ? '' : ', stops'
  const listener = step.listener === undefined ? '' : `, ${step.listener} listens`
  return `step #${step.id} ${place}${within}${stops}${listener}${step.title === '' ? '' : ` | ${oneLine(step.title)}`}`
}

function branchText({ condition, target }: Branch): string {
  const to = target.kind === 'end' ? 'end' : target.kind === 'step' ? `#${target.step}` : `? ${oneLine(target.name)}`
  return condition ? `branch if ${oneLine(condition.value)} → ${to}` : `branch → ${to}`
}

/** `agent`, `customer (Maya)`, `instruction, forbidden`. */
function roleOf(part: Part): string {
  const role = part.kind === 'utterance' ? part.speaker : part.kind
  const label = part.kind === 'utterance' && part.label !== undefined ? ` (${oneLine(part.label)})` : ''
  return `${role}${label}${part.frame === 'plain' ? '' : `, ${part.frame}`}`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
