/**
 * `npm run verify -- FILE [--head CODE] [--replay]`: checks chains, hashes, counts of an exported record (docs/record-format.md,
 * "What must hold", 1 to 6) and names what is bad first; by the code shown at closing, that the end is there; or replays all.
 */
import { createHash } from "node:crypto";
import { readFileSync, realpathSync } from "node:fs";

export type Fields = { readonly [key: string]: unknown };
export type Sealed = { readonly hash: string; readonly value: unknown; readonly fields: Fields };
export type Entry = Sealed & { readonly sequence: number; readonly act: string; readonly data: Fields };
export type TextBook = { readonly commits: readonly Sealed[]; readonly snapshots: ReadonlyMap<number, Sealed> };
/** `outcome`: "open"; the yes-no result; "counted" by other methods, which --replay counts; or how else it ended. */
export type BallotBook = { opened: Fields; subject: Fields; roll: readonly Fields[]; outcome: string };
/** The first bad record: where it stands and what is wrong with it. */
export class Fault extends Error {
  readonly where: string;
  constructor(where: string, why: string) {
    super(why);
    this.where = where;
  }
}
/** Refuses; `within` adds the name of the record in which it was met. */
export function expect(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Fault("", why);
}
export function within<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Fault && error.where === "" ? new Fault(where, error.message) : error;
  }
}
export function object(value: unknown): Fields {
  expect(typeof value === "object" && value !== null && !Array.isArray(value), "un objet était attendu.");
  return { ...value };
}
export function list(value: unknown): readonly Fields[] {
  expect(Array.isArray(value), "une liste était attendue.");
  return value.map(object);
}
export function string(fields: Fields, key: string): string {
  const value = fields[key];
  expect(typeof value === "string", `le champ « ${key} » manque ou n’est pas un texte.`);
  return value;
}
export function integer(fields: Fields, key: string): number {
  const value = fields[key];
  expect(typeof value === "number" && Number.isSafeInteger(value), `le champ « ${key} » n’est pas un entier.`);
  return value;
}
const zeros = "0".repeat(64);
const counted = ([words, n]: [string, number]) => `${n} ${n < 2 ? words : words.replace(/\p{L}+/gu, "$&s")}`;
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}
function shortCode(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, 10)}`);
  const sign = (i: number) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(Number((bits >> BigInt(35 - 5 * i)) & 31n));
  return [0, 1, 2, 3, 4, 5, 6, 7].map(sign).join("").replace(/^..../, "$&-");
}
function open(text: string, hash: unknown): unknown {
  expect(sha256(text) === hash, "son contenu ne donne pas son empreinte.");
  const value: unknown = JSON.parse(text);
  expect(canonical(value) === text, "son écriture n’est pas canonique.");
  return value;
}
function seal(item: Fields): Sealed {
  const value = open(string(item, "body"), item["hash"]);
  return { hash: string(item, "hash"), value, fields: Array.isArray(value) ? {} : object(value) };
}
/** A chain: sealed items numbered 1, 2, 3… under `key`, of one `owner`, each naming the one before it. */
function chain(items: unknown, key: string, owner: Fields, name: (n: number) => string): Sealed[] {
  let previous = zeros;
  return list(items).map((item, index) =>
    within(name(index + 1), () => {
      const link = seal(item);
      expect(item[key] === index + 1 && link.fields[key] === index + 1, "son numéro ne suit pas le précédent.");
      expect(link.fields["previous"] === previous, "il y a une rupture avec ce qui précède.");
      for (const [whose, id] of Object.entries(owner)) expect(link.fields[whose] === id, "il vient d’ailleurs.");
      previous = link.hash;
      return link;
    }),
  );
}
const readEntries = ({ entries, gathering }: Fields): Entry[] =>
  chain(entries, "sequence", { gathering }, (n) => `l’acte ${n}`).map((link, index) => {
    return { ...link, sequence: index + 1, act: string(link.fields, "act"), data: object(link.fields["data"]) };
  });
function readText(item: Fields): TextBook {
  const text = string(item, "text");
  const commits = chain(item["commits"], "version", { text }, (n) => `la version ${n} du texte ${text}`);
  const named = (one: Fields) => `le texte ${text} tel qu’à sa version ${integer(one, "version")}`;
  const sealed = (one: Fields) => [integer(one, "version"), within(named(one), () => seal(one))] as const;
  return { commits, snapshots: new Map(list(item["snapshots"]).map(sealed)) };
}
/** An act that names a text's version: its head and, where it says so, its hash are those of the record. */
function checkVersion(book: TextBook | undefined, data: Fields): void {
  expect(book !== undefined, "le registre n’a pas le texte qu’il nomme.");
  const version = integer(data, "version");
  const head = version === 0 ? zeros : book.commits[version - 1]?.hash;
  expect(head !== undefined, `le registre n’a pas la version ${version} du texte.`);
  if ("head" in data) expect(head === data["head"], `la version ${version} du texte n’a pas cette empreinte.`);
  const right = !("hash" in data) || "revision" in data || book.snapshots.get(version)?.hash === data["hash"];
  expect(right, `le texte tel qu’à la version ${version} n’a pas cette empreinte.`);
}
function openBallot(entry: Entry, bodies: Fields, name: string): BallotBook {
  const { hash, ...fixed } = entry.data;
  const body = (key: string) => open(string(bodies, key), entry.data[`${key}Hash`]);
  const subject = within(`l’objet ${name}`, () => object(body("subject")));
  const roll = within(`la liste d’émargement ${name}`, () => {
    const lines = list(body("roll"));
    const sorted = lines.every((line, i) => i === 0 || string(lines[i - 1] ?? {}, "voter") < string(line, "voter"));
    expect(sorted, "elle n’est pas dans l’ordre, ou nomme deux fois la même voix.");
    const announced = lines.length === fixed["enrolled"] && lines.filter(isPresent).length === fixed["present"];
    expect(announced, "elle n’a pas le nombre d’inscrites ou de présentes annoncé.");
    return lines;
  });
  const put = canonical({ ...fixed, head: entry.fields["previous"] });
  expect(sha256(put) === hash, "ce qui est mis aux voix n’a pas cette empreinte.");
  return { opened: entry.data, subject, roll, outcome: "open" };
}
const isPresent = ({ presence }: Fields): boolean => presence === "present" || presence === "represented";
/** Marks and votes (split ones: `for*2,against*1`) against the roll, the tally against the votes; how many they were. */
function closeBallot(book: BallotBook, entry: Entry, bodies: Fields, name: string): number {
  const body = (key: string) => open(string(bodies, key), entry.data[`${key}Hash`]);
  expect(book.outcome === "open", "ce scrutin n’était plus ouvert.");
  const answers = book.opened["method"] === "yes-no" ? ["for", "against", "abstention", "notTakingPart"] : [];
  const counts = new Map(answers.map((choice) => [choice, 0]));
  const add = (choice: unknown, line: Fields): void => {
    const said = string({ choice }, "choice");
    const apart = book.opened["split"] === true && /^\w+\*[1-9]\d*(,\w+\*[1-9]\d*)+$/.test(said);
    let [left, at] = [integer(line, "weight"), -1];
    for (const [one = "", n = `${left}`] of (apart ? said.split(",") : [said]).map((part) => part.split("*"))) {
      expect(answers.indexOf(one) > at || !answers[0], "une réponse n’existe pas.");
      counts.set(one, (counts.get(one) ?? 0) + Number(n));
      [left, at] = [left - Number(n), answers.indexOf(one)];
    }
    expect(left === 0, "un vote partagé ne fait pas ses voix.");
  };
  const marks = within(`la liste émargée ${name}`, () => list(body("marks")));
  const asOpened = canonical(book.roll.map((line, at) => ({ ...line, mark: marks[at]?.["mark"] })));
  within(`la liste émargée ${name}`, () => expect(asOpened === canonical(marks), "ce n’est pas la sienne."));
  return within(`la liste des votes ${name}`, () => {
    const received = (book.opened["secrecy"] === "secret" ? countUrn : countBox)(book, marks, body("votes"), add);
    expect(canonical(Object.fromEntries(counts)) === canonical(entry.data["tally"]), "recomptée, elle diffère.");
    const side = received === 0 && book.opened["rule"] === "simple" ? entry.data["evident"] : undefined;
    const seen = book.opened["method"] === "evident" ? { for: "adopted", against: "rejected" }[String(side)] : "";
    expect(seen !== undefined && (seen !== "" || !("evident" in entry.data)), "la majorité n’a pas été vue ainsi.");
    book.outcome = seen || (answers[0] ? outcomeOf(string(book.opened, "rule"), counts, book.roll) : "counted");
    return received;
  });
}
type Add = (choice: unknown, line: Fields) => void;
/** Of a public ballot: each voter's last vote counts, and marks its line; then what was counted by zones and boxes. */
function countBox({ opened: { method } }: BallotBook, marks: readonly Fields[], body: unknown, add: Add): number {
  const votes = list(body).filter((one) => !("tally" in one));
  const last = new Map(votes.map((vote) => [vote["voter"], vote]));
  for (const [index, vote] of votes.entries()) {
    const voter = string(vote, "voter");
    const line = marks.find((one) => one["voter"] === voter);
    expect(line !== undefined && isPresent(line) && !isCounted(line), `${voter} n’est pas parmi les présentes.`);
    const may = method === "consent" && /^(reservation|objection)$/.test(string(vote, "choice"));
    expect(may || !("reasonHash" in vote), `le vote de ${voter} ne peut pas avoir de raison.`);
    expect(vote["order"] === index + 1, "un vote manque ou n’est pas à sa place.");
    expect(vote["replaced"] === (last.get(voter) !== vote), `le vote de ${voter} qui compte n’est pas le dernier.`);
    if (last.get(voter) === vote) add(vote["choice"], line);
  }
  const markOf = (line: Fields, vote = last.get(line["voter"])): string =>
    isCounted(line) ? "counted" : vote === undefined ? "none" : vote["entered"] === true ? "entered" : "cast";
  const marked = marks.every((line) => line["mark"] === markOf(line));
  expect(marked, "ses votes ne sont pas ceux que la liste émargée marque.");
  return votes.length + countPlaces(list(body).slice(votes.length), marks.filter(isCounted), add);
}
const isCounted = (line: Fields): boolean => isPresent(line) && "zone" in line;
/** Each zone of hands and box of papers is counted once, with no more votes than there are lines. */
function countPlaces(counts: readonly Fields[], lines: readonly Fields[], add: Add): number {
  const place = ({ channel, zone }: Fields): string => canonical([channel, zone]);
  const each = canonical(counts.map(place).sort()) === canonical([...new Set(lines.map(place))].sort());
  expect(each, "une zone n’est pas comptée, ou l’est deux fois.");
  return counts.reduce((all, one) => {
    const tally = Object.entries(object(one["tally"])).map(([choice, n]): [string, number] => [choice, Number(n)]);
    const sum = tally.reduce((before, [, n]) => before + (Number.isSafeInteger(n) && n >= 0 ? n : Infinity), 0);
    const room = lines.filter((line) => place(line) === place(one)).length;
    expect(sum <= room, "une zone compte plus de votes que de voix.");
    for (const [choice, weight] of tally) add(choice, { weight });
    return all + sum;
  }, 0);
}
/** Of a secret one: as many choices as marks, sorted and without names, enough of them, all of one weight. */
function countUrn(book: BallotBook, marks: readonly Fields[], choices: unknown, add: Add): number {
  expect(Array.isArray(choices), "une liste était attendue.");
  const voted = marks.filter(({ mark }) => mark !== "none");
  const right = voted.every((line) => isPresent(line) && /^(cast|entered)$/.test(string(line, "mark")));
  expect(right && new Set(marks.filter(isPresent).map(({ weight }) => weight)).size === 1, "ses marques sont fausses.");
  const enough = choices.length === voted.length && choices.length >= integer(book.opened, "leastVotes");
  expect(
    enough && canonical(choices.map(String).sort()) === canonical(choices),
    "elle n’a pas ses marques, ou n’est pas triée.",
  );
  for (const [index, line] of voted.entries()) add(choices[index], line);
  return voted.length;
}
/** The outcome of a tally under a rule (docs/record-format.md, "Ballot"), in exact integers. */
function outcomeOf(rule: string, tally: ReadonlyMap<string, number>, roll: readonly Fields[]): string {
  const count = (...choices: string[]) => choices.reduce((sum, choice) => sum + (tally.get(choice) ?? 0), 0);
  const weigh = (lines: readonly Fields[]) => lines.reduce((sum, line) => sum + integer(line, "weight"), 0);
  const [expressed, voted] = [count("for", "against"), count(...tally.keys())];
  const [present, enrolled, cast] = [weigh(roll.filter(isPresent)), weigh(roll), expressed + count("abstention")];
  const sizes = new Map(Object.entries({ expressed, cast, voted, present, enrolled }));
  const reaches = (words: string, sides: (named: number | undefined) => (number | undefined)[]): boolean => {
    const [, more, n = "", d = "", name = ""] = /^(>=?)(\d+)\/(\d+) (\w+)$/.exec(words) ?? [];
    const [part, whole] = sides(sizes.get(name));
    expect(part !== undefined && whole !== undefined, `« ${rule} » n’est pas une règle de vote.`);
    const [left, right] = [BigInt(d) * BigInt(part), BigInt(n) * BigInt(whole)];
    return more === ">" ? left > right : left >= right;
  };
  const [majority = "", quorum] = rule.split(" quorum ");
  if (quorum !== undefined && !reaches(quorum, (named) => [named, sizes.get("enrolled")])) return "no-quorum";
  if (expressed === 0) return "no-result";
  const reached = majority === "simple" || reaches(majority, (named) => [count("for"), named]);
  return reached && count("for") > count("against") ? "adopted" : "rejected";
}
const typedWords = Object.entries({ question: "la question", options: "les options", reason: "le motif" }).concat(
  Object.entries({ reservation: "la réserve", fields: "le point", unencrypted: "la confirmation" }),
);
function readRecord(content: string, headCode?: string) {
  const file = object(JSON.parse(content));
  expect(file["format"] === "cahier-registre" && file["version"] === 1, "son format est inconnu.");
  const part = (key: string) => list(file[key]);
  const entries = readEntries(file);
  const texts = new Map(part("texts").map((item) => [string(item, "text"), readText(item)]));
  const keyOf = (item: Fields) => `${string(item, "amendment")}/${integer(item, "revision")}`;
  const sealSet = (item: Fields) => within(`les changements de l’amendement ${keyOf(item)}`, () => seal(item));
  const changeSets = new Map(part("changeSets").map((item) => [keyOf(item), sealSet(item)] as const));
  const words = new Set(part("words").map(({ hash }) => hash));
  for (const { hash, ...typed } of part("words"))
    within(`les mots « ${String(typed["words"])} »`, () => open(canonical(typed), hash));
  const bodies = new Map(part("ballots").map((item) => [item["ballot"], item]));
  const [ballots, erased] = [new Map<string, BallotBook>(), new Array<string>()];
  let votes = 0;
  const check = (entry: Entry): void => {
    const { act, data } = entry;
    if (typeof data["text"] === "string" && "version" in data) checkVersion(texts.get(data["text"]), data);
    if ("revision" in data) {
      const set = changeSets.get(keyOf(data));
      expect(set?.hash === data["hash"], "les changements de cet amendement n’ont pas cette empreinte.");
    }
    if (!act.startsWith("ballot.")) return;
    const id = string(data, "ballot");
    const book = ballots.get(id);
    const name = `du scrutin ${String((book?.opened ?? data)["number"])} (acte ${entry.sequence})`;
    expect((book === undefined) === (act === "ballot.opened"), "ce scrutin n’était pas ouvert, ou il l’était déjà.");
    if (book === undefined) ballots.set(id, openBallot(entry, bodies.get(id) ?? {}, name));
    else if (act === "ballot.closed") votes += closeBallot(book, entry, bodies.get(id) ?? {}, name);
    else if (act !== "ballot.declared") book.outcome = act;
    else expect(["counted", data["outcome"]].includes(book.outcome), "ce n’est pas l’issue que donne le décompte.");
  };
  for (const entry of entries) {
    within(`l’acte ${entry.sequence} (${entry.act})`, () => check(entry));
    for (const [key, called] of typedWords)
      if (`${key}Hash` in entry.data && !words.has(entry.data[`${key}Hash`]) && words.add(entry.data[`${key}Hash`]))
        erased.push(`${called} de l’acte ${entry.sequence}`);
  }
  for (const [, hash = ""] of String(part("ballots").map((one) => one["votes"])).matchAll(/"reasonHash":"(\w+)"/g))
    if (!words.has(hash) && words.add(hash)) erased.push("la raison d’un vote");
  const plain = (code: string) => code.toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1").replace(/\W/g, "");
  const shown = headCode === undefined || entries.some(({ hash }) => plain(shortCode(hash)) === plain(headCode));
  within(`la fin du journal, après l’acte ${entries.length}`, () => expect(shown, "aucun acte n’a le code donné."));
  return { file, entries, texts, changeSets, ballots, erased, votes };
}
/** All that the record holds, read and checked: what `--replay` goes on from. A first `Fault` is thrown. */
export type CheckedRecord = ReturnType<typeof readRecord>;
export const checkRecord = (content: string, headCode?: string): CheckedRecord =>
  within("le fichier", () => readRecord(content, headCode));
async function main(argv: readonly string[]): Promise<void> {
  const at = argv.indexOf("--head");
  const [path] = argv.filter((word, index) => !word.startsWith("--") && (at < 0 || index !== at + 1));
  if (path === undefined) return say(2, "npm run verify -- registre.json [--head CODE] [--replay]");
  try {
    const record = checkRecord(readFileSync(path, "utf8"), at < 0 ? undefined : (argv[at + 1] ?? ""));
    if (argv.includes("--replay")) (await import("./verify-replay.ts")).replayRecord(record);
    for (const words of record.erased) say(0, `Effacé : ${words}.`);
    const { entries, texts, ballots, votes } = record;
    const held = { acte: entries.length, "texte déposé": texts.size, scrutin: ballots.size, "vote reçu": votes };
    say(0, `${Object.entries(held).map(counted).join(", ")}.`);
    say(0, `Tout se vérifie. Tête du journal : ${shortCode(entries.at(-1)?.hash ?? zeros)}`);
  } catch (error) {
    if (error instanceof Fault) say(1, `Faux : ${error.where}. ${error.message}`);
    else say(2, `Illisible : ${String(error)}`);
  }
}
function say(exitCode: number, words: string): void {
  console.log(words);
  process.exitCode = exitCode;
}
if (realpathSync(process.argv[1] ?? "") === import.meta.filename) void main(process.argv.slice(2));
