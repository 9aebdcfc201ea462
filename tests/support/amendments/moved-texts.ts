/** Texts in which blocks are moved, and as they stand then: sheets. */
export const house = `
  p1: Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.
  p2: Les forêts ne se vendent pas.`;
export const eau = "L’eau ne se vend pas.";
export const maison = "Chaque commune peut ouvrir une maison du peuple, gérée par celles et ceux qui l’utilisent.";
export const articles = `
  a1 article: Des biens communs
    p1: ${eau}
  a2 article: De la maison du peuple
    p2: ${maison}`;
/** The first article put behind the second, which has more words: so it is the first that has moved. */
export const articleMoved = `
  a2 article: De la maison du peuple
    p2: ${maison}
  a1 article: Des biens communs
    p1: ${eau}`;
/** With other paragraphs; an empty one is not there. */
export const articlesWith = ({ p1 = eau, p2 = maison }): string => `
  a1 article: Des biens communs${p1 === "" ? "" : `\n    p1: ${p1}`}
  a2 article: De la maison du peuple
    ${p2.includes("\n") ? "p1" : "p2"}: ${p2}`;
/** The paragraph of the first article put at the head of the second. */
export const paragraphMoved = articlesWith({ p1: "", p2: `${eau}\n    p2: ${maison}` });
export const list = `
      l1 list
        i1 item: un
        i2 item: deux
        i3 item: trois`;
export const sunk = `
      l1 list
        i1 item: un
          n1 list
            i2 item: deux
        i3 item: trois`;
export const quotes = `
  q1 quote
    p1: L’eau ne se vend pas.
  q2 quote
    p2: Les forêts non plus.
  p3: Fin.`;
