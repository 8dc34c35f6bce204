import type { Trouble } from '../diagnostic/index.ts'
import type { Script } from '../script/index.ts'

/** What a parser makes of a file: always a script, however little of it could be read, and what was wrong. */
export interface ParseResult {
  readonly script: Script
  readonly troubles: readonly Trouble[]
}
