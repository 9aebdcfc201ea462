import { statesOfList, type AmendmentLine, type AmendmentsFilter, type ListState } from "../../shared/views/index.ts";

/** A line of the list, and whose it is. */
export interface OwnedLine {
  readonly line: AmendmentLine;
  readonly delegation: string;
}

/** Can it still be called, voted and adopted? */
export const waits = ({ line }: OwnedLine): boolean =>
  line.state.state === "submitted" || line.state.state === "called";

const listStates: readonly ListState[] = [
  "a-voter",
  "depose",
  "en-discussion",
  "adopte",
  "rejete",
  "tombe",
  "satisfait",
  "retire",
  "irrecevable",
  "non-soutenu",
  "illisible",
];

/** What the address of the list asks for, and what else could be: only what some line has. */
export function filterOf(query: Readonly<Record<string, string>>, all: readonly OwnedLine[]): AmendmentsFilter {
  const names = new Map(all.map(({ line, delegation }) => [delegation, line.delegation]));
  const delegations = [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "fr"));
  const articles = [...new Set(all.map(articleOf))].sort((a, b) => a - b);
  const state = query["etat"] || ("a-voter" in query ? "a-voter" : "");
  const asked = { delegation: query["delegation"] ?? "", article: query["article"] ?? "", state };
  const filter = {
    delegation: names.has(asked.delegation) ? asked.delegation : null,
    article: articles.find((one) => String(one) === asked.article) ?? null,
    state: listStates.find((one) => one === asked.state) ?? null,
  };
  return {
    ...filter,
    unknown:
      (filter.delegation ?? "") !== asked.delegation ||
      String(filter.article ?? "") !== asked.article ||
      (filter.state ?? "") !== asked.state,
    delegations,
    articles,
    states: listStates.filter((state) => state === filter.state || all.some((one) => isOf(one, state))),
  };
}

/** Is it one of those that were asked for? */
export function isAskedFor(one: OwnedLine, { delegation, article, state }: AmendmentsFilter): boolean {
  return (
    (state === null || isOf(one, state)) &&
    (delegation === null || one.delegation === delegation) &&
    (article === null || articleOf(one) === article)
  );
}

const isOf = (one: OwnedLine, state: ListState): boolean =>
  state === "a-voter" ? waits(one) : statesOfList[state] === one.line.state.state;

const articleOf = ({ line }: OwnedLine): number => line.place.article ?? 0;
