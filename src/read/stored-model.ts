import type { ReaderModel, Weights, Writing } from './model.ts'
import { targets, writings } from './model.ts'

/** A model as it lies on disk: what is text as JSON, what is numbers as bytes. */
export interface StoredModel {
  readonly head: StoredHead
  readonly bytes: Uint8Array
}

interface StoredHead extends Omit<ReaderModel, 'weights'> {
  readonly weights: Readonly<Record<Writing, StoredWeights>>
}

interface StoredWeights extends Omit<Weights, 'hashes' | 'rarity' | 'values'> {
  /** How many features there are. */
  readonly features: number
}

const bytesOfHash = 4

export function storeModel({ weights, ...rest }: ReaderModel): StoredModel {
  const size = writings.reduce((sum, writing) => sum + sizeOf(weights[writing].hashes.length), 0)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  let at = 0
  const heads = {} as Record<Writing, StoredWeights>
  for (const writing of writings) {
    const { hashes, rarity, values, ...head } = weights[writing]
    for (const hash of hashes) {
      view.setUint32(at, hash, true)
      at += bytesOfHash
    }
    bytes.set(rarity, at)
    at += rarity.length
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.length), at)
    at += values.length
    heads[writing] = { ...head, features: hashes.length }
  }
  return { head: { ...rest, weights: heads }, bytes }
}

/** The way back. @throws RangeError where head and bytes do not belong together. */
export function restoreModel({ head, bytes }: StoredModel): ReaderModel {
  const weights = {} as Record<Writing, Weights>
  let at = 0
  for (const writing of writings) {
    const { features, ...rest } = head.weights[writing]
    // A copy, because numbers of four bytes have to lie at a multiple of four.
    const from = bytes.byteOffset + at
    const hashes = new Uint32Array(bytes.buffer.slice(from, from + features * bytesOfHash))
    at += features * bytesOfHash
    const rarity = bytes.subarray(at, at + features)
    at += features
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + at, features * targets.length)
    at += values.length
    weights[writing] = { ...rest, hashes, rarity, values }
  }
  if (at !== bytes.length) throw new RangeError(`the weights have ${bytes.length} bytes, and not ${at}`)
  return { ...head, weights }
}

function sizeOf(features: number): number {
  return features * (bytesOfHash + 1 + targets.length)
}
