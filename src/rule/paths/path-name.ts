import type { CallFlow } from '../../flow/index.ts'

const longestTitle = 40
const longestPath = 8

/** A path as a reader is told it: `Opening → Wrong number → Amount`. A long one keeps its ends, a long title its beginning. */
export function pathName(flow: CallFlow, steps: readonly string[]): string {
  const names = steps.map(id => shorten(flow.nameOf(id)))
  const shown = names.length > longestPath ? [...names.slice(0, 3), '…', ...names.slice(-4)] : names
  return shown.join(' → ')
}

function shorten(title: string): string {
  const line = title.replace(/\s+/g, ' ')
  const characters = [...line]
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : line
}
