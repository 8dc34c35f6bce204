import type { Trouble } from '../diagnostic/index.ts'
import type { Script, StepItem } from '../script/index.ts'
import type { Position, Span } from '../source/index.ts'
import { positionAt } from '../source/index.ts'

interface Placed {
  readonly start: Position
  readonly end: Position
}

/** A script as data for other programs: offsets become lines and columns, decoded texts become strings. */
export function describeScript(script: Script, troubles: readonly Trouble[]) {
  const place = (span: Span): Placed => ({
    start: positionAt(script.file, span.start),
    end: positionAt(script.file, span.end)
  })
  return {
    filePath: script.file.path,
    format: script.format,
    ...(script.title !== undefined && { title: script.title }),
    facts: script.facts,
    steps: script.steps.map(({ titleSpan, span, items, ...step }) => ({
      ...step,
      ...place(span),
      heading: place(titleSpan),
      items: items.map(item => describeItem(item, place))
    })),
    comments: script.comments.map(({ text, span }) => ({ text, ...place(span) })),
    unread: script.unread.map(({ reason, span }) => ({ reason, ...place(span) })),
    troubles: troubles.map(({ code, span, data }) => ({ code, ...(data && { data }), ...place(span) }))
  }
}

function describeItem(item: StepItem, place: (span: Span) => Placed) {
  if (item.kind === 'branch') {
    const { span, condition, ...branch } = item
    return { ...branch, ...(condition && { condition: condition.value }), ...place(span) }
  }
  const { span, text, ...part } = item
  return { ...part, text: text.value, ...place(span) }
}
