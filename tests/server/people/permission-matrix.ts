/**
 * The expected answer for every role at every route, in one's own gathering and in another one. Letters: O organiser,
 * C chair, S secretary, T teller, R drafter, D delegate, V observer, P public. Who is listed gets through; in the own
 * gathering everybody else is told `not-allowed` and the public `not-signed-in`; in another gathering everybody is the
 * public. What stands here is MODEL's table written out by hand, not computed from the code.
 *
 * A row's name is the route as the server adds it, or a message of the page's socket, and in brackets what it is about
 * when that matters.
 */
export interface Row {
  readonly own: string;
  readonly other: string;
}

const all: Row = { own: "OCSTRDVP", other: "OCSTRDVP" };
const seated: Row = { own: "OCSTRDV", other: "" };
const only = (own: string): Row => ({ own, other: "" });

export const matrix: Readonly<Record<string, Row>> = {
  "GET /health": all,
  "GET /openapi.json": all,
  "GET /": all,
  "GET /entrer": all,
  "GET /entrer/:code": all,
  "POST /entrer": all,
  "GET /organiser/:jeton": all,
  "POST /organiser/:jeton": all,

  "GET /r/:slug/etat.json (the page of one's seat)": seated,
  "GET /r/:slug/moi": seated,
  "GET /r/:slug/moi/donnees.json (of oneself)": seated,
  "GET /r/:slug/moi/donnees.json (of somebody else)": only("O"),
  "POST /r/:slug/quitter": all,
  "GET /r/:slug/bienvenue": only("O"),
  "GET /r/:slug/reglages": only("O"),
  "GET /r/:slug/codes": only("OS"),
  "GET /r/:slug/codes/feuille": only("OS"),
  "GET /r/:slug/accueil": only("OST"),
  "GET /r/:slug/accueil/liste": only("OS"),
  "POST /r/:slug/accueil/liste": only("OS"),

  "POST /r/:slug/actes/gathering.set": only("O"),
  "POST /r/:slug/actes/role.grant (chair)": only("OC"),
  "POST /r/:slug/actes/role.grant (secretary)": only("O"),
  "POST /r/:slug/actes/role.grant (drafter)": only("O"),
  "POST /r/:slug/actes/role.revoke (chair)": only("OC"),
  "POST /r/:slug/actes/role.revoke (teller)": only("O"),
  "POST /r/:slug/actes/code.issue (teller)": only("OS"),
  "POST /r/:slug/actes/code.issue (organiser)": only("O"),
  "POST /r/:slug/actes/code.issue (somebody else's seat)": only("OS"),
  "POST /r/:slug/actes/code.revoke": only("OS"),
  "POST /r/:slug/actes/delegation.admit": only("OS"),
  "POST /r/:slug/actes/delegation.rename": only("OS"),
  "POST /r/:slug/actes/delegation.withdraw": only("OS"),
  "POST /r/:slug/actes/delegation.votesBy": only("OST"),
  "POST /r/:slug/actes/delegation.excuse": only("OST"),
  "POST /r/:slug/actes/delegation.arrive": only("OST"),
  "POST /r/:slug/actes/delegation.leave": only("OST"),
  "POST /r/:slug/actes/person.erase (of oneself)": seated,
  "POST /r/:slug/actes/person.erase (of somebody else)": only("O"),

  "POST /r/:slug/actes/amendment.submit (own delegation)": only("SD"),
  "POST /r/:slug/actes/amendment.submit (another delegation)": only("S"),
  "POST /r/:slug/actes/amendment.withdraw": only("SD"),
  "POST /r/:slug/actes/amendment.call": only("C"),
  "POST /r/:slug/actes/amendment.reserve": only("C"),
  "POST /r/:slug/actes/amendment.notMoved": only("C"),

  "GET /r/:slug/textes": all,
  "GET /r/:slug/textes/:text (a draft)": seated,
  "GET /r/:slug/textes/:text/ecrire (own text)": only("R"),
  "GET /r/:slug/textes/:text/ecrire (another text)": only(""),
  "GET /r/:slug/textes/:text/instantane.json (a draft)": seated,
  "POST /r/:slug/actes/text.create": only("OCS"),
  "POST /r/:slug/actes/text.handOver (own text)": only("R"),
  "POST /r/:slug/actes/text.handOver (another text)": only(""),
  "POST /r/:slug/actes/text.joinWriting": seated,
  "POST /r/:slug/actes/text.table": only("CS"),
  "POST /r/:slug/actes/text.untable": only("CS"),
  "POST /r/:slug/actes/text.withdraw": only("CS"),

  "POST /r/:slug/actes/agenda.edit": only("OCS"),
  "POST /r/:slug/actes/agenda.start": only("C"),
  "POST /r/:slug/actes/agenda.end": only("C"),
  "POST /r/:slug/actes/agenda.reserve": only("C"),
  "POST /r/:slug/actes/screen.show": only("C"),
  "POST /r/:slug/actes/gathering.close": only("OC"),
  "POST /r/:slug/actes/ballot.prepare": only("CS"),
  "POST /r/:slug/actes/ballot.open": only("C"),
  "POST /r/:slug/actes/ballot.close": only("C"),
  "POST /r/:slug/actes/ballot.conclude": only("C"),
  "POST /r/:slug/actes/ballot.cancel": only("C"),
  "POST /r/:slug/actes/ballot.annul": only("C"),
  "POST /r/:slug/actes/ballot.lastCall": only("C"),
  "POST /r/:slug/actes/ballot.step": only("C"),
  "POST /r/:slug/actes/ballot.countInstead": only("C"),
  "POST /r/:slug/actes/vote.cast (own delegation)": only("D"),
  "POST /r/:slug/actes/vote.cast (another delegation)": only(""),
  "POST /r/:slug/actes/vote.enter": only("T"),
  "POST /r/:slug/actes/vote.count": only("T"),

  "GET /r/:slug": all,
  "GET /r/:slug/programme": all,
  "GET /r/:slug/scrutins/:number": all,
  "GET /r/:slug/scrutins/:number/mains": only("T"),
  "GET /r/:slug/scrutins/:number/bulletins": only("CST"),
  "GET /r/:slug/scrutins/:number.json": all,
  "GET /r/:slug/scrutins/:number.csv": all,
  "GET /r/:slug/ecran": all,
  "GET /r/:slug/tribune": only("CS"),

  "GET /r/:slug/amendements": all,
  "GET /r/:slug/amendements/:number": all,
  "GET /r/:slug/textes/:text/amender (a tabled text)": only("SD"),

  "GET /r/:slug/declarations": all,
  "GET /r/:slug/declarations/:text (a draft)": all,
  "GET /r/:slug/proces-verbal": all,
  "GET /r/:slug/journal": all,
  "GET /r/:slug/journal.json": all,
  "GET /r/:slug/registre.json": all,
  "POST /r/:slug/actes/declaration.sign (own delegation)": only("SD"),
  "POST /r/:slug/actes/declaration.sign (another delegation)": only("S"),
  "POST /r/:slug/actes/declaration.decline (own delegation)": only("SD"),
  "POST /r/:slug/actes/declaration.decline (another delegation)": only("S"),
  "POST /r/:slug/actes/declaration.publish": only("CS"),

  "GET /r/:slug/direct": all,
  "MESSAGE hello": all,
  "MESSAGE open (a draft)": seated,
  "MESSAGE leave": all,
  "MESSAGE push (own text)": only("R"),
  "MESSAGE push (another text)": only(""),
};
