/** French spaces, as a careful writer types them: narrow ones that do not break before ; : ! ? and inside « ». */
export const typeset = (words: string): string => words.replace(/ ([;:!?»])/gu, "\u202f$1").replace(/« /gu, "«\u202f");
