import { eastAsianWidth } from 'get-east-asian-width'

/** Marks that stand on another character, and characters that show nothing. */
const widthless = /[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Default_Ignorable_Code_Point}]/u

/**
 * The columns that a text takes on a screen: Chinese characters and full-width signs take two. Emoji that are
 * put together of several are counted piece by piece; knowing them all would cost more time than linting a file.
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code < 0x300) width += 1
    else if (!widthless.test(char)) width += eastAsianWidth(code)
  }
  return width
}
