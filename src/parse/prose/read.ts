import type { Frame, Speaker } from '../../script/index.ts'
import type { SpokenText } from '../../source/index.ts'
import type { ScriptBuilder } from '../build.ts'
import type { Cast } from './cast.ts'

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
}

/**
 * Reads Markdown or plain prose out of any text (a whole file, a prompt inside a YAML string) into
 * the builder: speech, instructions and mentions with their places, steps and branches.
 */
export function readProse(_builder: ScriptBuilder, _text: SpokenText, _options: ProseOptions = {}): void {}
