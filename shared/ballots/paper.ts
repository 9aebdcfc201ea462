import { blank, notTakingPart } from "./asking.ts";
import { choices } from "./choice.ts";

/**
 * The fields of a paper: one answer (`choice`), or how many of several votes say each answer, or a mark, a grade or a
 * place for each option, numbered as the options are, and beside these a box for abstention and one for NPPV.
 */
export const paperField = {
  choice: "choice",
  mark: (option: string): string => `mark-${option}`,
  grade: (option: string): string => `grade-${option}`,
  place: (option: string): string => `place-${option}`,
  part: (choice: string): string => `part-${choice}`,
  /** Why, beside the answer that it is the reason of. */
  reason: (said: string): string => `reason-${said}`,
} as const;

type Fields = Readonly<Record<string, string>>;

/**
 * What a filled paper says, in the written form that `readSaid` reads. What says two things at once (options and
 * abstention) is written with a `+`, nothing as nothing: no method reads these as a vote, and the paper can show them
 * again as they were filled in.
 */
export function saidByPaper(fields: Fields): string {
  const marked = [...numbered(fields, "mark")].map(([option]) => option);
  const graded = [...numbered(fields, "grade")].map(([option, grade]) => `${option}:${grade}`);
  const parts = choices.flatMap((choice) => {
    const votes = Number(fields[paperField.part(choice)] || 0);
    return votes > 0 ? `${choice}*${votes}` : [];
  });
  const said = [
    fields[paperField.choice],
    parts.join(","),
    marked.join(","),
    graded.join(","),
    rankedBy(numbered(fields, "place")),
  ];
  return [...said, fields[blank] && blank, fields[notTakingPart] && notTakingPart].filter(Boolean).join("+");
}

/** A vote's other fields, as a program sends them: the paper's own become its `choice`, and its `reason` where it has one. */
export function voteFields(fields: Fields): Fields {
  const others = Object.entries(fields).filter(([name]) => !ofPaper.test(name));
  const said = saidByPaper(fields);
  const reason = fields[paperField.reason(said)];
  return { ...Object.fromEntries(others), ...(reason ? { reason } : {}), [paperField.choice]: said };
}

/** The reasons that a paper holds, by the answer that each was written under. */
export function reasonsOn(fields: Fields): Fields {
  const typed = Object.entries(fields).filter(([name]) => name.startsWith("reason-"));
  const under = typed.map(([name, reason]) => [name.slice("reason-".length), reason]);
  return { ...(fields["reason"] ? { [saidByPaper(fields)]: fields["reason"] } : {}), ...Object.fromEntries(under) };
}

const ofPaper = /^(?:choice|abstention|notTakingPart|(?:mark|grade|place|part|reason)-.*)$/u;

/** Of each option that has such a field with something in it, in the order of their numbers. */
function numbered(fields: Fields, kind: "mark" | "grade" | "place"): ReadonlyMap<string, string> {
  const found = Object.entries(fields).flatMap(([name, value]) => {
    const option = new RegExp(`^${kind}-([1-9]\\d?)$`, "u").exec(name)?.[1];
    return option === undefined || value === "" ? [] : [[option, value] as const];
  });
  return new Map(found.sort(([a], [b]) => Number(a) - Number(b)));
}

/** Options of one place are equals; places left empty between others mean nothing. */
function rankedBy(places: ReadonlyMap<string, string>): string {
  const at = new Map<number, string[]>();
  for (const [option, place] of places) at.set(Number(place), [...(at.get(Number(place)) ?? []), option]);
  return [...at]
    .sort(([a], [b]) => a - b)
    .map(([, options]) => options.join("="))
    .join(">");
}

/** A paper as it was filled in, so that it can be shown so again. */
export interface FilledPaper {
  readonly has: (answer: string) => boolean;
  readonly gradeOf: (option: string) => string | null;
  /** 1 is the best. */
  readonly placeOf: (option: string) => number | null;
  /** Of several votes: how many say this. */
  readonly partOf: (choice: string) => string;
}

/** Reads what `saidByPaper` writes, a vote or not; null is an empty paper. */
export function filledBy(said: string | null): FilledPaper {
  const parts = (said ?? "").split("+");
  const answers = new Set(parts.flatMap((part) => part.split(",")));
  const grades = new Map([...answers].map((given) => [given.split(":")[0] ?? "", given.split(":")[1] ?? null]));
  const places = parts.flatMap((part) =>
    part.split(">").flatMap((place, i) => place.split("=").map((option) => [option, i + 1] as const)),
  );
  const byOption = new Map(places);
  return {
    has: (answer) => answers.has(answer),
    gradeOf: (option) => grades.get(option) ?? null,
    placeOf: (option) => byOption.get(option) ?? null,
    partOf: (choice) => [...answers].find((part) => part.startsWith(`${choice}*`))?.split("*")[1] ?? "",
  };
}
