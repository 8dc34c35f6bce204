import type { CST } from 'yaml'
import { concatText, decodedText, type Span, type SpokenText, sliceText, toSource } from '../../source/index.ts'
import { blockPieces } from './block-scalar.ts'
import { doubleQuotedPieces, plainPieces, singleQuotedPieces } from './flow-scalar.ts'

export type ScalarToken = CST.FlowScalar | CST.BlockScalar

/**
 * The decoded text of a scalar with its way back to the source. `value` is what the library read;
 * where it repairs broken input (a quote never closed) in a way of its own, the rest is one piece.
 */
export function scalarText(token: ScalarToken, value: string): SpokenText {
  const text = concatText(pieces(token))
  return text.value === value ? text : mend(text, value, tokenSpan(token))
}

function mend(text: SpokenText, value: string, span: Span): SpokenText {
  let same = 0
  while (same < value.length && text.value[same] === value[same]) same++
  const start = same === 0 ? span.start : toSource(text, 0, same).end
  return concatText([
    sliceText(text, 0, same),
    decodedText(value.slice(same), { start, end: Math.max(start, span.end) })
  ])
}

/** Where a scalar stands, from its quote or block mark to its end. */
export function tokenSpan(token: ScalarToken): Span {
  const props = token.type === 'block-scalar' ? propsLength(token) : 0
  return { start: token.offset, end: token.offset + props + token.source.length }
}

function pieces(token: ScalarToken): Iterable<SpokenText> {
  switch (token.type) {
    case 'scalar':
      return plainPieces(token.source, token.offset)
    case 'single-quoted-scalar':
      return singleQuotedPieces(token.source, token.offset)
    case 'double-quoted-scalar':
      return doubleQuotedPieces(token.source, token.offset)
    case 'block-scalar':
      return blockPieces(token, token.offset + propsLength(token))
    default:
      return []
  }
}

function propsLength(token: CST.BlockScalar): number {
  return token.props.reduce((sum, prop) => sum + ('source' in prop ? prop.source.length : 0), 0)
}
