import type { SpokenText } from '../source/index.ts'
import { composeText, sliceText, toSource } from '../source/index.ts'
import type { ScriptBuilder } from './build.ts'
import type { FactStatement } from './facts.ts'
import { factNamed, readFacts } from './facts.ts'
import { readDocuments } from './yaml/documents.ts'
import type { YamlNode } from './yaml/tree.ts'

/**
 * Reads front matter with its `---` fences: the title and the facts of the script. Other keys belong
 * to other tools and are left alone.
 */
export function readFrontMatter(builder: ScriptBuilder, fenced: SpokenText): void {
  const body = withoutFences(fenced)
  const { roots, comments, troubles } = readDocuments(body.value)
  for (const { code, span, data } of troubles) {
    const place = toSource(body, span.start, span.end)
    builder.trouble({
      code: code === 'yaml-syntax' ? 'front-matter-syntax' : code,
      span: place,
      ...(data ? { data } : {})
    })
  }
  for (const { text, span } of comments) builder.comment(text, toSource(body, span.start, span.end))
  const statements: FactStatement[] = []
  for (const { key, value } of entriesOf(roots)) {
    const texts = scalarsOf(value).map(text => composeText(text, body))
    const name = factNamed(key.text.value)
    if (name) statements.push({ name, values: texts })
    else if (/^title$/i.test(key.text.value.trim())) builder.entitle(texts[0]?.value.trim() ?? '')
  }
  builder.state(readFacts(statements, trouble => builder.trouble(trouble)))
}

function withoutFences(fenced: SpokenText): SpokenText {
  const { value } = fenced
  const start = /^---[ \t]*(?:\r\n|\n|\r|$)/.exec(value)?.[0].length ?? 0
  const end = /(?:^|[\r\n])---[ \t]*$/.exec(value.slice(start))?.index ?? value.length - start
  return sliceText(fenced, start, start + end)
}

function entriesOf(roots: readonly YamlNode[]) {
  const root = roots[0]
  return root?.kind === 'map' ? root.entries : []
}

function scalarsOf(node: YamlNode): SpokenText[] {
  if (node.kind === 'scalar') return node.type === 'null' ? [] : [node.text]
  return node.kind === 'list'
    ? node.items.flatMap(item => (item.kind === 'scalar' && item.type !== 'null' ? [item.text] : []))
    : []
}
