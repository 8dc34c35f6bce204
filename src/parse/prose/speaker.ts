import type { Speaker } from '../../script/index.ts'
import type { Line } from '../rich-text.ts'
import { sliceLine } from '../rich-text.ts'
import type { Cast } from './cast.ts'
import { speakerOf } from './cast.ts'

/** A label with its colon at the start of a line, and what stands after it. */
export interface Labelled {
  readonly label: string
  readonly speaker: Speaker | undefined
  readonly rest: Line
}

const plainLabel =
  /^(?:then:? *)?[[【(]?([\p{L}\p{M}][^:：“”"「」|.。!?！？]{0,40}?)[\]】)]?(?:\s*[(（][^)）]{0,40}[)）])?\s*[:：]\s*/iu

/** Splits `**Agent:** …`, `Agent (Name): …` or `坐席：…`; undefined where the line has no label. */
export function splitLabel(line: Line, cast: Cast): Labelled | undefined {
  const { value } = line.text
  const bold = line.marks.find(mark => mark.kind === 'strong' && mark.start === 0)
  if (bold) {
    const name = value.slice(0, bold.end)
    const colonInside = /[:：]\s*$/u.exec(name)
    const colonAfter = /^\s*(?:[(（][^)）]{0,40}[)）]\s*)?[:：]/u.exec(value.slice(bold.end))
    if (!colonInside && !colonAfter) return splitPlain(line, cast)
    const label = name.replace(/[:：]\s*$/u, '').trim()
    return { label, speaker: speakerOf(label, cast), rest: sliceLine(line, bold.end + (colonAfter?.[0].length ?? 0)) }
  }
  return splitPlain(line, cast)
}

function splitPlain(line: Line, cast: Cast): Labelled | undefined {
  const match = plainLabel.exec(line.text.value)
  if (!match) return undefined
  const label = match[1]!.trim()
  if (
    /^(?:https?|www)$/i.test(label) ||
    (/\d$/.test(label) === /^\d/.test(line.text.value.slice(match[0].length)) && /\d$/.test(label))
  )
    return undefined
  return { label, speaker: speakerOf(label, cast), rest: sliceLine(line, match[0].length) }
}
