/**
 * Choice, approval, temperature and yes-no, written slowly from docs/ballot-format.md alone: every vote is a paper of its
 * own, and all that is done is to look through the papers. Imports nothing of what it checks.
 */
export interface MarkPaper {
  readonly options: readonly string[];
}

export interface SlowAnswer {
  readonly outcome: string;
  readonly winners: readonly string[];
  readonly ranking: readonly (readonly string[])[];
}

/** `sees`: whether a paper is for an option; a wrong way to see can be planted. */
export function slowMarks(
  options: readonly string[],
  papers: readonly MarkPaper[],
  sees = (paper: MarkPaper, option: string): boolean => paper.options.includes(option),
): SlowAnswer {
  if (papers.every((paper) => paper.options.length === 0)) return { outcome: "no-result", winners: [], ranking: [] };
  const papersFor = (option: string): readonly MarkPaper[] => papers.filter((paper) => sees(paper, option));
  const ranking: string[][] = [];
  for (let most = papers.length; most >= 0; most--) {
    const place = options.filter((option) => papersFor(option).length === most);
    if (place.length > 0) ranking.push(place);
  }
  const winners = ranking[0] ?? [];
  return { outcome: winners.length === 1 ? "elected" : "tie", winners, ranking };
}

export interface SlowRule {
  readonly majority: { readonly num: number; readonly den: number; readonly atLeast: boolean; readonly base: string };
  readonly quorum: { readonly num: number; readonly den: number; readonly of: string } | null;
}

/** The papers are what the voters present answered; `enrolled` and `present` count everybody on the roll. */
export function slowYesNo(papers: readonly string[], enrolled: number, present: number, rule: SlowRule): string {
  const saying = (...answers: readonly string[]): number => papers.filter((paper) => answers.includes(paper)).length;
  const sizes: Readonly<Record<string, number>> = {
    expressed: saying("for", "against"),
    cast: saying("for", "against", "abstention"),
    voted: papers.length,
    present,
    enrolled,
  };
  const size = (name: string): number => sizes[name] ?? Number.NaN;
  const { majority, quorum } = rule;
  if (quorum && copies(size(quorum.of), quorum.den) < copies(enrolled, quorum.num)) return "no-quorum";
  if (size("expressed") === 0) return "no-result";
  const [had, asked] = [copies(saying("for"), majority.den), copies(size(majority.base), majority.num)];
  const reached = majority.atLeast ? had >= asked : had > asked;
  return reached && saying("for") > saying("against") ? "adopted" : "rejected";
}

/** So many of each, laid side by side and counted. */
function copies(ofEach: number, times: number): number {
  let laid = 0;
  for (let i = 0; i < times; i++) laid += ofEach;
  return laid;
}
