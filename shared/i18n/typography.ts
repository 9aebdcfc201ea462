/**
 * French spaces: U+202F before ; : ! ? % and inside « », U+00A0 between a word of numbering and its number, within a time
 * and after a short number word. The dictionaries are typed with plain spaces; every value passes here once.
 */
export function typesetFrench(words: string): string {
  return words
    .replace(/ ([;:!?%»])/gu, `${narrow}$1`)
    .replace(/« /gu, `«${narrow}`)
    .replace(/(\d|\}) h (\d|\{)/gu, `$1${hard}h${hard}$2`)
    .replace(numbered, (_match, word: string) => `${word}${hard}`);
}

const narrow = "\u202f";
const hard = "\u00a0";
const numbered =
  /\b(articles?|alinéas?|amendements?|scrutins?|versions?|page|no|n°) (?=\d|\{(?:numbers?|list|article|paragraph|from|version|page|label|next)\})/giu;
