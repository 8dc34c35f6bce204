import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { parseMarkdown } from '../../src/parse/markdown.ts'
import type { Script } from '../../src/script/index.ts'
import { outline, walkParts } from '../../src/script/index.ts'
import type { SpokenText } from '../../src/source/index.ts'
import { createSourceFile } from '../../src/source/index.ts'

export function parse(text: string) {
  return parseMarkdown(createSourceFile('call.md', text))
}

/** The parts of a text as `role | words`, without their places. */
export function roles(text: string): string[] {
  return outline(parse(text).script)
    .split('\n')
    .filter(line => line.includes(' | ') && !/^ *step #/.test(line))
    .map(line => line.trim().replace(/^(unread |comment )?\d+:\d+ /, '$1'))
}

/** All texts of a script that must know their way back. */
export function textsOf(script: Script): SpokenText[] {
  const texts = [...walkParts(script)].map(({ part }) => part.text)
  for (const step of script.steps) {
    for (const item of step.items) if (item.kind === 'branch' && item.condition) texts.push(item.condition)
  }
  return texts
}

/** Decodes a run of Markdown source in the plainest way, to compare the parser's work with. */
export function decodePlainly(source: string): string {
  return source
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&(#\d+|#[xX][\da-fA-F]+|\w+);/g, (all, name: string) => {
      if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || all
      return String.fromCodePoint(/^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)))
    })
}
