import type { YAMLParseError } from 'yaml'

/** The mistakes that people make in YAML, in plain words behind the library's; empty where nothing is known to help. */
export function yamlHint(text: string, { code, pos }: YAMLParseError): string {
  const line = lineAt(text, pos[0])
  const hint =
    code === 'TAB_AS_INDENT' || /^[ ]*\t/.test(line)
      ? 'indent with blanks, not with tabs'
      : /^\s*(?:- )?["']?[\w-]+["']?\s*：/.test(line)
        ? 'this colon is full-width (：); write ":" and a blank'
        : /^[^"'#]*(?:- |: |\[|, )\{[a-z][a-z0-9-]*\}/.test(line)
          ? 'a pattern that begins with { needs quotation marks, as in "{officer} .. you"'
          : hints[code]
  return hint ? `; ${hint}` : ''
}

const hints: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  BAD_INDENT: 'the keys of one map begin in the same column',
  BLOCK_IN_FLOW: 'a text with a colon in it needs quotation marks',
  BLOCK_AS_IMPLICIT_KEY:
    'a text with a colon in it needs quotation marks, and the keys of one map begin in the same column',
  MULTILINE_IMPLICIT_KEY: 'a key is followed by a colon and a blank'
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? undefined : end)
}
