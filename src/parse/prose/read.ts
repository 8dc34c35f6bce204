import type { Frame, Speaker } from '../../script/index.ts'
import type { SpokenText } from '../../source/index.ts'
import { sliceText, toSource } from '../../source/index.ts'
import type { BlockSink } from '../blocks.ts'
import { parseBlocks } from '../blocks.ts'
import type { ScriptBuilder } from '../build.ts'
import type { Cast } from './cast.ts'
import { castOf } from './cast.ts'
import { readBlocks } from './passage.ts'
import { findQuotes } from './quotes.ts'
import type { Reading } from './reading.ts'
import { isGreeting } from './text.ts'

/** What a passage is before anything in it says otherwise. */
export interface ProseOptions {
  /** What text without any marking is; a file and a prompt hold instructions, a `say` holds speech. */
  readonly plain?: 'instruction' | 'utterance' | 'mention'
  /** Who says unmarked speech; the agent, unless it is stated. */
  readonly speaker?: Speaker
  readonly label?: string
  readonly frame?: Frame
  /** `steps`: a heading opens a step. `sections`: it only governs the text below it, and all goes into the current step. */
  readonly headings?: 'steps' | 'sections'
  /** Who is who in this file; found out from the text where it is not given. */
  readonly cast?: Cast
  /** Takes the front matter; without it a `---` at the beginning is text. */
  readonly onFrontMatter?: (text: SpokenText) => void
}

/**
 * Reads Markdown or plain prose out of any text (a whole file, a prompt inside a YAML string) into
 * the builder: speech, instructions and mentions with their places, steps and branches.
 */
export function readProse(builder: ScriptBuilder, text: SpokenText, options: ProseOptions = {}): void {
  const body = text.value.startsWith('\uFEFF') ? sliceText(text, 1) : text
  const sink = sinkOf(builder, options.onFrontMatter)
  const blocks = parseBlocks(body, sink, options.onFrontMatter !== undefined)
  const cast = options.cast ?? castOf(body.value)
  const { plain: role = 'instruction', speaker = 'agent', frame = 'plain', label, headings = 'steps' } = options
  const bare = role === 'instruction' && marksNobody(body.value)
  const reading: Reading = {
    builder,
    sink,
    cast,
    headings,
    plain: { role, speaker, frame, ...(label ? { label } : {}), bare },
    titles: [],
    pending: undefined,
    fences: 0,
    readBlocks: (inner, place) => readBlocks(reading, inner, place)
  }
  readBlocks(reading, blocks, { scope: undefined, listed: false, quotedKin: false, quoted: false, level: 0 })
}

/** Some scripts mark nobody's words: they greet, and hold neither labels nor quotation marks. */
function marksNobody(text: string): boolean {
  const paragraphs = text.split(/\n\s*\n/)
  const labels = text.match(
    /^[ \t>*-]{0,24}(?:agent|caller|customer|debtor|client|collector|客服|坐席|客户|客戶|催收员)[^:：\n]{0,20}[:：]/gimu
  )
  return (
    !labels &&
    findQuotes(text.slice(0, 20_000)).length < 2 &&
    paragraphs.some(paragraph => isGreeting(paragraph.trim()))
  )
}

function sinkOf(builder: ScriptBuilder, onFrontMatter?: (text: SpokenText) => void): BlockSink {
  return {
    onComment(text) {
      const { value } = text
      builder.comment(value.replace(/^<!--/, '').replace(/-->$/, '').trim(), toSource(text, 0, value.length))
    },
    onFrontMatter: text => onFrontMatter?.(text),
    onCode: text => builder.skip('code inside a line', toSource(text, 0, text.value.length)),
    onTooDeep: span => builder.trouble({ code: 'too-deep', span }),
    onUnread: (reason, span) => builder.skip(reason, span)
  }
}
