/**
 * The id that a heading has in links: lower case, punctuation dropped, white space to hyphens, as
 * GitHub makes its anchors. Chinese stays as it is.
 */
export function slugOf(title: string): string {
  return title
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll('\uFE0F', '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replaceAll(/\s/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
}

/** Takes a number, a mark or an ordinal word off the front of a title: `2. Verify`, `（二）核实`, `✅ Close`. */
export function bareTitle(title: string): string {
  return title
    .replace(
      /^[\p{P}\p{S}\s]*(?:第?[\d一二三四五六七八九十壹貳叁參肆伍陸柒捌玖]{1,3}(?:\.\d{1,2})*\s*[.)、）：:\s])?[\p{P}\p{S}\s]*/u,
      ''
    )
    .replace(/[\p{P}\p{S}\s]+$/u, '')
}
