import { protocolVersion } from "../../../shared/protocol.ts";

/** Who and what the requests of the matrix name: real ids of the own gathering, and the actor's own. */
export interface Cast {
  readonly slug: string;
  readonly link: string;
  readonly code: string;
  readonly me: string;
  readonly somebody: string;
  readonly delegation: string;
  readonly otherDelegation: string;
  /** The text that the drafter of the cast writes, and one that nobody was named to. */
  readonly text: string;
  readonly otherText: string;
  readonly tabledText: string;
}

type Sample = (cast: Cast) => object;

/** A body that each POST of the matrix accepts, so that the answer is about the person and not about the form. */
export const bodies: Readonly<Record<string, Sample>> = {
  "POST /entrer": ({ code }) => ({ code }),
  "POST /organiser/:jeton": () => ({
    name: "Autre",
    place: "Ici",
    firstDay: "2020-01-18",
    timeZone: "Europe/Paris",
    language: "fr",
  }),
  "POST /r/:slug/accueil/liste": () => ({ list: "Tanneries" }),
  "POST /r/:slug/actes/gathering.set": () => ({ place: "Ailleurs" }),
  "POST /r/:slug/actes/role.grant (chair)": ({ somebody }) => ({ participant: somebody, role: "chair" }),
  "POST /r/:slug/actes/role.grant (secretary)": ({ somebody }) => ({ participant: somebody, role: "secretary" }),
  "POST /r/:slug/actes/role.grant (drafter)": ({ somebody, text }) => ({
    participant: somebody,
    role: "drafter",
    text,
  }),
  "POST /r/:slug/actes/role.revoke (chair)": ({ somebody }) => ({ participant: somebody, role: "chair" }),
  "POST /r/:slug/actes/role.revoke (teller)": ({ somebody }) => ({ participant: somebody, role: "teller" }),
  "POST /r/:slug/actes/code.issue (teller)": () => ({ role: "teller" }),
  "POST /r/:slug/actes/code.issue (organiser)": () => ({ role: "organiser" }),
  "POST /r/:slug/actes/code.issue (somebody else's seat)": ({ somebody }) => ({ participant: somebody }),
  "POST /r/:slug/actes/code.revoke": ({ somebody }) => ({ participant: somebody }),
  "POST /r/:slug/actes/delegation.admit": () => ({ delegations: [{ name: "Neuve", delegates: 2, observers: 0 }] }),
  "POST /r/:slug/actes/delegation.rename": ({ delegation }) => ({ delegation, name: "Autrement" }),
  "POST /r/:slug/actes/delegation.withdraw": ({ delegation }) => ({ delegation }),
  "POST /r/:slug/actes/delegation.votesBy": ({ delegation }) => ({ delegation, by: "hands 1" }),
  "POST /r/:slug/actes/delegation.excuse": ({ delegation }) => ({ delegation, excused: true }),
  "POST /r/:slug/actes/delegation.proxy": ({ delegation }) => ({ delegation, to: "" }),
  "POST /r/:slug/actes/delegation.mandate": ({ delegation }) => ({ delegation, kind: "free" }),
  "POST /r/:slug/actes/person.arrive": ({ somebody }) => ({ participant: somebody }),
  "POST /r/:slug/actes/person.leave": ({ somebody }) => ({ participant: somebody }),
  "POST /r/:slug/actes/person.alternate": ({ somebody, me }) => ({ participant: somebody, alternate: me }),
  "POST /r/:slug/actes/person.proxy": ({ somebody }) => ({ participant: somebody, to: "" }),
  "POST /r/:slug/actes/delegation.arrive": ({ delegation }) => ({ delegation }),
  "POST /r/:slug/actes/delegation.leave": ({ delegation }) => ({ delegation }),
  "POST /r/:slug/actes/person.erase (of oneself)": ({ me }) => ({ participant: me }),
  "POST /r/:slug/actes/person.erase (of somebody else)": ({ somebody }) => ({ participant: somebody }),
  "POST /r/:slug/actes/amendment.submit (own delegation)": ({ delegation, text }) => submitted(delegation, text),
  "POST /r/:slug/actes/amendment.submit (another delegation)": ({ otherDelegation, text }) =>
    submitted(otherDelegation, text),
  "POST /r/:slug/actes/amendment.revise": () => ({
    amendment: "none",
    revision: 1,
    version: 0,
    document: {},
    rationale: "",
  }),
  "POST /r/:slug/actes/amendment.withdraw": () => ({ amendment: "none" }),
  "POST /r/:slug/actes/amendment.takeOver (own delegation)": ({ delegation }) => ({ amendment: "none", delegation }),
  "POST /r/:slug/actes/amendment.takeOver (another delegation)": ({ otherDelegation }) => ({
    amendment: "none",
    delegation: otherDelegation,
  }),
  "POST /r/:slug/actes/amendment.cosign (own delegation)": ({ delegation }) => ({
    amendment: "none",
    delegation,
    hash: "0".repeat(64),
  }),
  "POST /r/:slug/actes/amendment.cosign (another delegation)": ({ otherDelegation }) => ({
    amendment: "none",
    delegation: otherDelegation,
    hash: "0".repeat(64),
  }),
  "POST /r/:slug/actes/amendment.uncosign (own delegation)": ({ delegation }) => ({ amendment: "none", delegation }),
  "POST /r/:slug/actes/amendment.uncosign (another delegation)": ({ otherDelegation }) => ({
    amendment: "none",
    delegation: otherDelegation,
  }),
  "POST /r/:slug/actes/amendment.divide": () => ({ amendment: "none" }),
  "POST /r/:slug/actes/amendment.deadline": ({ text }) => ({ text, day: "", time: "" }),
  "POST /r/:slug/actes/amendment.inadmissible": () => ({ amendment: "none", reason: "Hors sujet." }),
  "POST /r/:slug/actes/amendment.call": () => ({ amendment: "none" }),
  "POST /r/:slug/actes/amendment.callTogether": () => ({ amendments: ["none", "no other"] }),
  "POST /r/:slug/textes/:text/liasse/importer (a tabled text)": () => ({
    format: "cahier-sheaf",
    version: 1,
    bases: [],
    amendments: [],
  }),
  "POST /r/:slug/actes/amendment.takeOut (own delegation)": ({ delegation }) => ({ amendment: "none", delegation }),
  "POST /r/:slug/actes/amendment.takeOut (another delegation)": ({ otherDelegation }) => ({
    amendment: "none",
    delegation: otherDelegation,
  }),
  "POST /r/:slug/actes/amendment.opine": () => ({ amendment: "none", delegation: "", opinion: "wisdom" }),
  "POST /r/:slug/actes/amendment.comment": () => ({ amendment: "none", words: "D’accord." }),
  "POST /r/:slug/actes/amendment.eraseComment": () => ({ comment: "none" }),
  "POST /r/:slug/actes/amendment.reorder": () => ({ text: "none", amendment: "none", before: "" }),
  "POST /r/:slug/actes/amendment.reserve": () => ({ amendment: "none" }),
  "POST /r/:slug/actes/amendment.notMoved": () => ({ amendments: ["none"] }),
  "POST /r/:slug/actes/text.create": () => ({ title: "Un texte" }),
  "POST /r/:slug/actes/text.handOver (own text)": ({ text }) => ({ text }),
  "POST /r/:slug/actes/text.handOver (another text)": ({ otherText }) => ({ text: otherText }),
  "POST /r/:slug/actes/text.nameVersion (own text)": ({ text }) => ({ text, version: 1, name: "Avant" }),
  "POST /r/:slug/actes/text.nameVersion (another text)": ({ otherText }) => ({
    text: otherText,
    version: 1,
    name: "Avant",
  }),
  "POST /r/:slug/actes/text.restore (own text)": ({ text }) => ({ text, version: 1 }),
  "POST /r/:slug/actes/text.restore (another text)": ({ otherText }) => ({ text: otherText, version: 1 }),
  "POST /r/:slug/actes/text.joinWriting": ({ text }) => ({ text, writingCode: "0000-0000" }),
  "POST /r/:slug/actes/text.table": ({ text }) => ({ text }),
  "POST /r/:slug/actes/text.untable": ({ text }) => ({ text }),
  "POST /r/:slug/actes/text.withdraw": ({ text }) => ({ text }),
  "POST /r/:slug/actes/declaration.sign (own delegation)": ({ text, delegation }) => ({ text, delegation }),
  "POST /r/:slug/actes/declaration.sign (another delegation)": ({ text, otherDelegation }) => ({
    text,
    delegation: otherDelegation,
  }),
  "POST /r/:slug/actes/declaration.decline (own delegation)": ({ text, delegation }) => ({ text, delegation }),
  "POST /r/:slug/actes/declaration.decline (another delegation)": ({ text, otherDelegation }) => ({
    text,
    delegation: otherDelegation,
  }),
  "POST /r/:slug/actes/declaration.publish": ({ text }) => ({ text }),
  "POST /r/:slug/actes/agenda.edit": () => ({ item: "none", remove: true }),
  "POST /r/:slug/actes/agenda.start": () => ({ item: "none" }),
  "POST /r/:slug/actes/agenda.end": () => ({ item: "none" }),
  "POST /r/:slug/actes/agenda.reserve": () => ({ item: "none" }),
  "POST /r/:slug/actes/screen.show": () => ({ show: "text" }),
  "POST /r/:slug/actes/gathering.close": () => ({}),
  "POST /r/:slug/actes/ballot.prepare": ({ text }) => ({ subject: `text:${text}` }),
  "POST /r/:slug/actes/ballot.open": ({ text }) => ({ subject: `text:${text}` }),
  "POST /r/:slug/actes/ballot.close": () => ({ ballot: "none" }),
  "POST /r/:slug/actes/ballot.conclude": () => ({ ballot: "none" }),
  "POST /r/:slug/actes/ballot.cancel": () => ({ ballot: "none" }),
  "POST /r/:slug/actes/ballot.annul": () => ({ ballot: "none", reason: "Mauvaise règle" }),
  "POST /r/:slug/actes/ballot.lastCall": () => ({ ballot: "none" }),
  "POST /r/:slug/actes/ballot.countInstead": () => ({ ballot: "none" }),
  "POST /r/:slug/actes/ballot.step": () => ({ ballot: "none", step: "react" }),
  "POST /r/:slug/actes/vote.cast (own delegation)": ({ delegation }) => voted(delegation),
  "POST /r/:slug/actes/vote.cast (another delegation)": ({ otherDelegation }) => voted(otherDelegation),
  "POST /r/:slug/actes/vote.enter": ({ delegation }) => voted(delegation),
  "POST /r/:slug/actes/vote.count": () => ({
    ballot: "none",
    channel: "hands",
    zone: 1,
    for: 0,
    against: 0,
    abstention: 0,
    notTakingPart: 0,
  }),
};

/** The frames of each message of the matrix: who pushes has opened the text before. */
export const frames: Readonly<Record<string, (cast: Cast) => readonly object[]>> = {
  "MESSAGE hello": () => [hello],
  "MESSAGE open (a draft)": ({ text }) => [opening(text)],
  "MESSAGE leave": ({ text }) => [{ type: "leave", text }],
  "MESSAGE push (own text)": ({ text }) => pushed(text),
  "MESSAGE push (another text)": ({ otherText }) => pushed(otherText),
};

export const hello = { type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 };

/** What a GET of the matrix asks beside its address. */
const queries: Readonly<Record<string, (cast: Cast) => string>> = {
  "GET /r/:slug/etat.json (the page of one's seat)": () => "page=%2Fmoi",
  "GET /r/:slug/moi/donnees.json (of somebody else)": ({ somebody }) => `participant=${somebody}`,
};

/** A route's address for this cast. */
export function addressOf(name: string, cast: Cast): string {
  const [, path = ""] = name.replace(/ \(.*$/u, "").split(" ");
  const text = textOf(name, cast);
  const given: Readonly<Record<string, string>> = { slug: cast.slug, jeton: cast.link, code: cast.code, text };
  const address = path.replace(/:(\w+)/gu, (_whole, param: string) => given[param] ?? "none");
  const query = queries[name]?.(cast);
  return query === undefined ? address : `${address}?${query}`;
}

function textOf(name: string, { text, otherText, tabledText }: Cast): string {
  if (name.endsWith("(another text)")) return otherText;
  return name.endsWith("(a tabled text)") ? tabledText : text;
}

const voted = (delegation: string): object => ({
  ballot: "none",
  delegation,
  choice: "for",
  requestKey: "key-of-a-vote-0001",
});

const opening = (text: string): object => ({ type: "open", text, version: null, writes: true });

const pushed = (text: string): readonly object[] => [
  opening(text),
  {
    type: "push",
    text,
    base: 0,
    client: "client-of-the-matrix",
    sequence: 1,
    steps: [{ stepType: "replace", from: 1, to: 1, slice: { content: [{ type: "text", text: "a" }] } }],
  },
];

const submitted = (delegation: string, text: string): object => ({
  delegation,
  text,
  version: 0,
  document: null,
  rationale: "",
});
