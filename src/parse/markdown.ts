import type { SourceFile } from '../source/index.ts'
import { verbatimText } from '../source/index.ts'
import { ScriptBuilder } from './build.ts'
import { readFrontMatter } from './front-matter.ts'
import { readProse } from './prose/read.ts'
import type { ParseResult } from './result.ts'

/** Parses a call script written in Markdown or plain text. Never throws, whatever the text. */
export function parseMarkdown(file: SourceFile): ParseResult {
  const builder = new ScriptBuilder(file, 'markdown')
  readProse(builder, verbatimText(file.text, 0), { onFrontMatter: text => readFrontMatter(builder, text) })
  return builder.build()
}
