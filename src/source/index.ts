export type { SourceFile } from './source-file.ts'
export { createSourceFile, positionAt } from './source-file.ts'
export type { Position, Span } from './span.ts'
export type { Segment, SpokenText } from './spoken-text.ts'
export {
  composeText,
  concatText,
  decodedText,
  emptyText,
  sliceText,
  toSource,
  trimText,
  verbatimText
} from './spoken-text.ts'
