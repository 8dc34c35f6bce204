import type { Script } from '../script/index.ts'
import type { SourceFile } from '../source/index.ts'
import type { ParseResult } from './result.ts'

const formats: Readonly<Record<string, Script['format']>> = {
  md: 'markdown',
  markdown: 'markdown',
  txt: 'markdown',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'yaml'
}

/** The format of a file by its name's ending; undefined where it is none that holds scripts. */
export function formatOf(path: string): Script['format'] | undefined {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(formats, ending) ? formats[ending] : undefined
}

/** Reads one file. The libraries of a format are loaded when its first file comes. */
export async function parseScript(file: SourceFile, format: Script['format']): Promise<ParseResult> {
  if (format === 'yaml') return (await import('./yaml.ts')).parseYaml(file)
  return (await import('./markdown.ts')).parseMarkdown(file)
}
