import type { Page } from "playwright-core";

import { composes } from "../../journeys/support/amending.ts";
import { delegateOf, drafterOf, gathers, writesText } from "../../journeys/support/assembly.ts";
import { openHall, type Hall } from "../../journeys/support/hall.ts";
import { presses, pressesTwice, sees } from "../../journeys/support/hands.ts";
import type { House } from "../../journeys/support/house.ts";
import { welcomes } from "../../journeys/support/organising.ts";
import { opensItem, putsOnProgramme, tables, takesConsole, turnsToWhole } from "../../journeys/support/plenary.ts";
import { loadsOf } from "../../journeys/support/seen.ts";
import { dataFolder } from "../../support/served.ts";
import { openGate, type Gate } from "./gate.ts";
import { makeTold, type Told } from "./told.ts";
import { beginsTyping, type Typist } from "./typist.ts";

const delegations = ["Brémont", "Kerloc’h", "Orvelles"] as const;
const item = "Plénière : vote sur la ou les déclarations";
const title = "Déclaration des communes";
const draftTitle = "Ce qui suit";

/** A hall in the middle of Sunday: a tabled text with an amendment being composed, its console, phones, screen and reader open; and two who write on another text all along. */
export interface RoadHall {
  readonly house: House;
  readonly gate: Gate;
  readonly told: Told;
  readonly home: string;
  readonly chair: Page;
  readonly phones: readonly Page[];
  readonly reader: Page;
  /** A sheet of the first delegation, on which its amendment is composed and not submitted yet. */
  readonly composing: Page;
  readonly typists: readonly [Typist, Typist];
  /** The address of the text on which they write, and what stood there before. */
  readonly draft: string;
  readonly opening: string;
  /** What the tabled text says once it is amended. */
  readonly adopted: string;
  /** What was shown as receipts. */
  readonly receipts: string[];
  /** How often each paper was loaded since it was opened. */
  readonly paperLoads: readonly (() => number)[];
  pages(): readonly Page[];
  /** The paper of the adopted text, on a phone. */
  paper(nth: number): Promise<Page>;
  /** The chair tables the text on which they wrote. */
  tables(): Promise<void>;
  close(): Promise<void>;
  remove(): void;
}

/** One act of the road: which button, what shows that it is done, what it writes into the journal. */
export interface RoadAct {
  readonly kind: "submission" | "vote" | "closing" | "adoption" | "publication" | "other";
  /** As the page asks for it: `ballot.close`. */
  readonly asks: string;
  readonly writes: readonly string[];
  /** The page sends it again by itself when no answer came. */
  readonly goesAgain?: true;
  /** Only the answer tells its page that it is done: without one it is pressed again, written or not. */
  readonly needsAnswer?: true;
  /** The page is as it should be before the press; that it is live, unless said. */
  ready?(): Promise<void>;
  page(): Promise<Page>;
  press(): Promise<void>;
  done(): Promise<void>;
}

/** A page that was cut off tries less and less often; so does a vote. */
const patienceMs = 60_000;

export async function fillsHall(): Promise<RoadHall> {
  const data = dataFolder();
  const house = await openHall({ folder: data.path });
  const gate = await openGate(house.house.url);
  const told = makeTold();
  const hall = behindGate(house, gate, told);
  const assembly = await gathers(hall, {
    name: "Commune des Communes",
    place: "Commercy",
    firstDay: "2020-01-18",
    delegations,
  });
  const { home, organiser, chair } = assembly;
  for (const name of delegations) await welcomes(organiser, home, name);
  const text = await writesText(hall, assembly, title, "La commune peut rendre l’eau à ses habitants.");
  const draft = await writesText(hall, assembly, draftTitle, opening);
  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);

  const phones: Page[] = [];
  for (const name of delegations) phones.push(await delegateOf(hall, assembly, name, "phone"));
  const [screen, reader] = [await hall.person("projector"), await hall.person("phone")];
  const composing = await phones[0]?.context().newPage();
  if (!composing) throw new Error("No delegation came");
  told.listen(composing);
  await composes(composing, text, { from: "peut", to: "doit", why: "Pouvoir ne suffit pas." });
  for (const phone of phones) await phone.goto(`${home}/`);
  await screen.goto(`${home}/ecran`);
  await reader.goto(text);
  await opensItem(chair, item);
  const typist = async (name: string, keys: string): Promise<Typist> => {
    const page = await drafterOf(hall, assembly, draftTitle, draft);
    return beginsTyping({ page, name, keys, betweenKeysMs: 100 });
  };
  const typists = [await typist("Mer", "Control+End"), await typist("Lac", "Control+End Home")] as const;

  const papers: Page[] = [];
  const paperLoads: (() => number)[] = [];
  return {
    house: house.house,
    gate,
    told,
    home,
    chair,
    phones,
    reader,
    composing,
    typists,
    draft,
    opening,
    adopted: "La commune doit rendre l’eau à ses habitants.",
    receipts: [],
    paperLoads,
    pages: () => [chair, ...phones, screen, reader, ...typists.map(({ page }) => page)],
    async paper(nth) {
      const page = papers[nth] ?? (await phones[nth]?.context().newPage());
      if (!page) throw new Error(`There is no phone ${nth}`);
      if (papers[nth]) return page;
      papers[nth] = page;
      told.listen(page);
      await page.goto(`${home}/declarations/${new URL(text).pathname.split("/").at(-1)}`);
      paperLoads.push(loadsOf(page));
      return page;
    },
    tables: () => tables(chair, draftTitle),
    async close() {
      await gate.close();
      await hall.close();
    },
    remove: data.remove,
  };
}

/** The same hall, whose people come to the server by the gate, and tell what they are told. */
function behindGate(hall: Hall, gate: Gate, told: Told): Hall {
  return {
    ...hall,
    house: { ...hall.house, organiserLink: () => gate.url + new URL(hall.house.organiserLink()).pathname },
    async person(device) {
      const page = await hall.person(device);
      page.context().setDefaultTimeout(patienceMs);
      told.listen(page);
      return page;
    },
  };
}

const opening = "Nous verrons";

/** From an amendment that is submitted to the published declaration. */
export function roadActs(hall: RoadHall): readonly RoadAct[] {
  const { chair, phones, composing, receipts } = hall;
  const publishing = chair.getByRole("button", { name: "Publier la déclaration", exact: true });
  const onConsole = { page: async () => chair };
  const opens = {
    ...onConsole,
    kind: "other",
    asks: "ballot.open",
    writes: ["ballot.opened"],
    async press() {
      await turnsToWhole(chair);
      await presses(chair, "Ouvrir le scrutin");
    },
    done: () => sees(chair, "Aucune tendance n’est montrée"),
  } as const satisfies RoadAct;
  const votes = phones.map((phone): RoadAct => ({
    kind: "vote",
    asks: "vote.cast",
    writes: [],
    goesAgain: true,
    page: async () => phone,
    async press() {
      await phone.locator(".choice", { hasText: "Pour" }).first().click();
      await presses(phone, "Déposer mon bulletin");
    },
    async done() {
      await sees(phone, "Bulletin enregistré");
      receipts.push(await phone.locator(".stub .code").first().innerText());
    },
  }));
  const signatures = phones.map((_, nth): RoadAct => ({
    kind: "other",
    asks: "declaration.sign",
    writes: ["declaration.signed"],
    page: () => hall.paper(nth),
    press: async () => (await hall.paper(nth)).locator("form[data-act='declaration.sign'] button").first().click(),
    done: async () => (await hall.paper(nth)).locator(".signing .mine b").waitFor(),
  }));
  return [
    {
      kind: "submission",
      asks: "amendment.submit",
      writes: ["amendment.submitted"],
      needsAnswer: true,
      page: async () => composing,
      ready: () => sees(composing, "Gardé sur cet appareil"),
      press: () => presses(composing, "Déposer l’amendement"),
      done: () => composing.waitForURL(/\/amendements\/1$/u),
    },
    {
      ...onConsole,
      kind: "other",
      asks: "amendment.call",
      writes: ["amendment.called"],
      press: () => presses(chair, "Appeler"),
      done: () => chair.locator(".order .life", { hasText: "En discussion" }).waitFor(),
    },
    opens,
    ...votes,
    {
      ...onConsole,
      kind: "closing",
      asks: "ballot.close",
      writes: ["ballot.closed"],
      press: () => pressesTwice(chair, "Clore sans proclamer"),
      done: () => sees(chair, "Scrutin clos"),
    },
    {
      ...onConsole,
      kind: "adoption",
      asks: "ballot.conclude",
      writes: ["ballot.declared", "amendment.adopted"],
      press: () => presses(chair, "Proclamer"),
      done: () => chair.locator(".order .life", { hasText: "Adopté" }).waitFor(),
    },
    opens,
    ...votes,
    {
      ...onConsole,
      kind: "adoption",
      asks: "ballot.conclude",
      writes: ["ballot.closed", "ballot.declared", "text.adopted"],
      press: () => pressesTwice(chair, "Clore et proclamer"),
      done: () => publishing.waitFor(),
    },
    ...signatures,
    {
      ...onConsole,
      kind: "publication",
      asks: "declaration.publish",
      writes: ["declaration.published"],
      press: () => pressesTwice(chair, "Publier la déclaration"),
      done: () => publishing.waitFor({ state: "detached" }),
    },
  ];
}
