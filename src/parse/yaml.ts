import type { SourceFile } from '../source/index.ts'
import { ScriptBuilder } from './build.ts'
import { readFacts } from './facts.ts'
import { castOf } from './prose/cast.ts'
import type { ParseResult } from './result.ts'
import { readDocuments, type YamlFile } from './yaml/documents.ts'
import { collectNames } from './yaml/names.ts'
import { createNotes } from './yaml/notes.ts'
import type { Reading, ReadProse } from './yaml/reading.ts'
import { readRoot } from './yaml/root.ts'
import { readNode } from './yaml/walk.ts'

/** Reads a YAML or JSON file: our own format, and those of other tools as far as their keys tell. */
export async function parseYaml(file: SourceFile): Promise<ParseResult> {
  const documents = readDocuments(file.text)
  // Most files hold no Markdown; only those that do pay for its parser.
  let needsProse = false
  const result = readScript(file, documents, () => {
    needsProse = true
  })
  if (!needsProse) return result
  const { readProse } = await import('./prose/read.ts')
  return readScript(file, documents, readProse)
}

function readScript(file: SourceFile, documents: YamlFile, readProse: ReadProse): ParseResult {
  const builder = new ScriptBuilder(file, 'yaml')
  const reading: Reading = {
    builder,
    readProse,
    cast: castOf(file.text),
    notes: createNotes(),
    facts: [],
    names: collectNames(documents.roots),
    aliased: documents.aliased,
    detached: false,
    read: (node, place) => readNode(reading, node, place)
  }
  for (const trouble of documents.troubles) builder.trouble(trouble)
  for (const { text, span } of documents.comments) builder.comment(text, span)
  for (const root of documents.roots) {
    readRoot(reading, root)
    reading.detached = builder.current !== undefined
  }
  builder.state(readFacts(reading.facts, trouble => builder.trouble(trouble)))
  reading.notes.flush(builder)
  return builder.build()
}
