import type { Frame, Speaker } from '../../script/index.ts'
import type { SpokenText } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'

export interface SpeechOptions {
  readonly speaker: Speaker
  readonly label?: string
  readonly frame?: Frame
}

/**
 * Adds one person's words that hold no Markdown: quotation marks around them are taken off, stage
 * directions in them (`[listen]`, `{client answers}`) become instructions, slots stay.
 */
export function readSpeech(builder: ScriptBuilder, text: SpokenText, options: SpeechOptions): void {
  builder.utter(options.speaker, text, options)
}
