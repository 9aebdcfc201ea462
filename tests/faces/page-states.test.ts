import { randomBytes } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { makeCreationLink } from "../../server/people/index.ts";
import { freshApp, getPage, openGathering } from "../support/app.ts";
import { openRoad, type Road } from "../support/road.ts";
import type { Face } from "./face.ts";
import { drawn, gaps, type Compared } from "./guard.ts";
import { kinds } from "./kinds.ts";
import type { PageRow, PageStates } from "./page-row.ts";
import { actsWithoutForm, pageStates } from "./page-states.ts";
import { faces as drawnFaces } from "./states.ts";
import { writingFaces } from "./states/writing.ts";

const faces: readonly Face[] = [...drawnFaces, ...writingFaces];

describe("the list of page states", () => {
  let whole: Compared;

  beforeAll(async () => {
    const routes: string[] = [];
    await using _fresh = await freshApp({ seeRoute: (route) => void routes.push(route) });
    whole = { routes, table: pageStates, actsWithoutForm, faces };
  });

  it("UI-18 every page that the server adds has a row, every state of it a face, and every face a row", () => {
    expect(whole.routes.length).toBeGreaterThan(70);
    expect(gaps(whole)).toEqual([]);
  });

  it("UI-18 each row names the page that the server draws at its route", async () => {
    await using road = await openRoad();
    const asked = await addresses(road);
    const drawn: Record<string, string> = {};
    for (const name of Object.keys(asked)) {
      const { path, cookie } = asked[name] ?? { path: "", cookie: undefined };
      const { body } = await getPage(road.fresh.app, path, { cookie });
      drawn[name] = /<html [^>]*data-page="([^"]*)"/u.exec(body)?.[1] ?? body.slice(0, 200);
    }
    const listed = Object.entries(pageStates).flatMap(([name, row]) => ("page" in row ? [[name, row.page]] : []));
    expect(drawn).toEqual(Object.fromEntries(listed));
  });

  it("UI-18 each kind of what a page can be given has a face that shows it", () => {
    const wrong = kinds.flatMap(({ path, shown }) =>
      Object.entries(shown).flatMap(([kind, name]) => {
        const face = faces.find((one) => one.name === name);
        return face && at(face.view, path) === kind ? [] : [`${name} is not ${path} ${kind}`];
      }),
    );
    expect(kinds.length).toBeGreaterThan(9);
    expect(wrong).toEqual([]);
  });

  it("UI-23 every act that the console offers has a key, shown on its button, and no key two acts", () => {
    const acts = new Set<string>();
    const keyless = new Set<string>();
    for (const face of faces.filter(({ view }) => view.page === "console")) {
      const byKey = new Map<string, string>();
      const keyed = new Set<string>();
      for (const { act, keys } of keysOf(face)) {
        acts.add(act);
        for (const key of keys) {
          keyed.add(act);
          expect([face.name, key, byKey.get(key) ?? act]).toEqual([face.name, key, act]);
          byKey.set(key, act);
        }
      }
      for (const { act } of keysOf(face)) if (!keyed.has(act)) keyless.add(`${face.name}: ${act}`);
    }
    expect(acts.size).toBeGreaterThan(14);
    expect([...keyless]).toEqual([]);
  });

  describe("the guard itself", () => {
    const now = "GET /r/:slug";
    const found = pageStates[now];
    if (!found || !("page" in found)) throw new Error(`${now} has no row`);
    const row = found;
    const withRow = (more: Partial<PageRow>): Partial<Compared> => ({
      table: { ...pageStates, [now]: { ...row, ...more } },
    });
    const without = (name: string): PageStates =>
      Object.fromEntries(Object.entries(pageStates).filter(([other]) => other !== name));
    const renamed = (name: string, to: string): readonly Face[] =>
      faces.map((face) => (face.name === name ? { ...face, name: to } : face));

    const planted: Readonly<Record<string, readonly [Partial<Compared>, string]>> = {
      "a page that was added": [{ routes: ["GET /r/:slug/parole"] }, "GET /r/:slug/parole has no row"],
      "a row that is missing": [{ table: without("GET /r/:slug/moi") }, "GET /r/:slug/moi has no row"],
      "a row of no page": [
        { table: { ...pageStates, "GET /r/:slug/parole": row } },
        "GET /r/:slug/parole is no route of the server",
      ],
      "a template without a row": [
        { table: without("GET /r/:slug (whatever is refused, instead of the page)") },
        "refusal has no row",
      ],
      "a state without a face": [withRow({ offline: [] }), `${now}: nothing shows it offline`],
      "a state without a reason": [withRow({ offline: "never" }), `${now}: no reason why it is never offline`],
      "a face that is in another state": [withRow({ offline: ["now-text"] }), `${now}: now-text is not offline`],
      "a face of another page": [withRow({ refused: ["desk-refused"] }), `${now}: desk-refused is not refused`],
      "a face that is gone": [
        { faces: renamed("now-nothing", "now-nothing-at-all") },
        `${now}: there is no face now-nothing`,
      ],
      "a face in no row": [{ faces: renamed("now-text", "now-words") }, "the face now-words is in no row"],
      "two faces of one name": [{ faces: [...faces, ...faces.slice(0, 1)] }, "two faces are called home"],
      "an act that a page offers": [withRow({ acts: {} }), `${now}: nothing shows vote.cast before and after`],
      "an act that the page does not offer before": [
        withRow({ acts: { "vote.cast": ["now-text", "now-depose"] } }),
        `${now}: now-text does not offer vote.cast`,
      ],
      "an act that changes nothing": [
        withRow({ acts: { "vote.cast": ["now-scrutin", "now-scrutin"] } }),
        `${now}: vote.cast changes nothing from now-scrutin to now-scrutin`,
      ],
      "an act that no page offers": [
        { routes: ["POST /r/:slug/actes/hand.raise"] },
        "no page offers the act hand.raise",
      ],
    };

    it.each(Object.entries(planted))("UI-19 sees %s", (_name, [more, sentence]) => {
      const routes = [...whole.routes, ...(more.routes ?? [])];
      expect(gaps({ ...whole, ...more, routes })).toContain(sentence);
    });

    it("UI-19 sees a form that no route of the server takes", () => {
      const routes = whole.routes.filter((route) => route !== "POST /r/:slug/quitter");
      const sentence = "GET /r/:slug/moi: nothing shows unknown address /r/valbrune/quitter before and after";
      expect(gaps({ ...whole, routes })).toContain(sentence);
    });
  });
});

interface Address {
  readonly path: string;
  readonly cookie: string | undefined;
}

/** Where each row's page is, in a gathering that has gone the whole road; and who may see it. */
async function addresses(road: Road): Promise<Readonly<Record<string, Address>>> {
  const { assembly, three } = road;
  const [delegate] = three;
  const chair = assembly.chair.cookie;
  const voted = await road.table("Déclaration de Commercy");
  await road.decide(`text:${voted}`, ["for", "for", "for"]);
  const tabled = await road.table("Nos communes");
  await road.amend(tabled, delegate, "Nos communes", "Nos communes libres");
  const { text: draft } = await (await assembly.act(chair, "text.create", { title: "Un atelier" })).json();
  // With one gathering alone the first page of all is that gathering's.
  await openGathering(road.fresh, "Rencontre de Valbrune");
  const jeton = await makeCreationLink(road.fresh.storage, road.fresh.key, randomBytes(24));
  const secretary = await assembly.seat("Secrétariat", [{ role: "secretary" }]);
  const drafter = await assembly.seat("Atelier", [{ role: "drafter", text: draft }]);

  const texts: Readonly<Record<string, string>> = {
    "GET /r/:slug/declarations/:text": voted,
    "GET /r/:slug/textes/:text/ecrire": draft,
  };
  const seats: Readonly<Record<string, string>> = {
    "GET /r/:slug/tribune": chair,
    "GET /r/:slug/scrutins/:number/mains": assembly.teller.cookie,
    "GET /r/:slug/scrutins/:number/bulletins": assembly.teller.cookie,
    "GET /r/:slug/textes/:text/amender": delegate.cookie,
    "GET /r/:slug/textes/:text/ecrire": drafter.cookie,
    "GET /r/:slug/textes/:text/liasse/importer": secretary.cookie,
    "GET /r/:slug/moi": delegate.cookie,
  };
  const organised = /\/(?:bienvenue|reglages|codes|codes\/feuille|accueil|accueil\/liste|accueil\/:delegation)$/u;
  return Object.fromEntries(
    Object.entries(pageStates).flatMap(([name, row]) => {
      if (!("page" in row)) return [];
      const params: Readonly<Record<string, string>> = {
        slug: name.includes("refused") ? "nulle-part" : assembly.slug,
        number: "1",
        version: "1",
        text: texts[name] ?? tabled,
        code: "7F3K9",
        delegation: delegate.delegation,
        jeton,
      };
      const path = name.replace(/^GET /u, "").replace(/ \(.*$/u, "");
      const cookie = organised.test(name) ? assembly.organiser : seats[name];
      return [[name, { path: path.replace(/:(\w+)/gu, (_all, param: string) => params[param] ?? ""), cookie }]];
    }),
  );
}

/** The acts of a page by its forms, each with the keys on its buttons and on what unfolds it. */
function keysOf(face: Face): readonly { readonly act: string; readonly keys: readonly string[] }[] {
  const markup = drawn(face);
  const folded = [...markup.matchAll(/<summary [^>]*data-key="([^"]*)"[^>]*>.*?<\/details>/gsu)];
  return [...markup.matchAll(/<form [^>]*data-act="([^"]*)"[^>]*>(.*?)<\/form>/gsu)].map((form) => {
    const [whole, act = "", inside = ""] = form;
    const keys = [...inside.matchAll(/data-key="([^"]*)"/gu)].map(([, key = ""]) => key);
    const unfolds = folded.flatMap(([all, key = ""]) => (all.includes(whole) ? [key] : []));
    return { act, keys: [...keys, ...unfolds] };
  });
}

/** What stands at a path of a view: `moment.card.mine.kind`. */
const at = (view: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, name) => new Map(Object.entries(value ?? {})).get(name), view);
