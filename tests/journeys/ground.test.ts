import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { cutOffWhile, enters, pressesTwice, sees } from "./support/hands.ts";
import {
  admits,
  codeForDrafter,
  delegateCodes,
  opensGathering,
  opensText,
  printsCodes,
  takesRole,
} from "./support/organising.ts";
import { opensSheet, reads, types } from "./support/workshop.ts";

const title = "Déclaration de l’eau";

let hall: Hall;

beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

test("TXT-35 from the organiser's link to a tabled text that two people wrote at once, one of them cut off", async () => {
  const organiser = await hall.person();
  const home = await opensGathering(organiser, hall.house.organiserLink(), {
    name: "Rencontre de Commercy",
    place: "Commercy",
    firstDay: "2026-05-14",
  });
  await admits(organiser, home, ["Commercy, 1, 1", "Saint-Nazaire, 1, 0", "Montreuil, 1, 0"]);
  const cards = await printsCodes(organiser, home);

  const delegate = await hall.person("phone");
  await enters(delegate, home, delegateCodes(cards, "Commercy")[0] ?? "");
  await delegate.goto(`${home}/moi`);
  await sees(delegate, "Délégué·e mandaté·e");

  const chair = await hall.person();
  await takesRole(chair, organiser, home, "chair");
  const text = await opensText(chair, home, title);

  const [camille, dominique] = [await hall.person(), await hall.person()];
  for (const drafter of [camille, dominique]) {
    await enters(drafter, home, await codeForDrafter(organiser, home, title));
  }
  await opensSheet(camille, text);
  await types(camille, "Control+End", "Nous voulons");
  await reads(camille, "Nous voulons");
  await opensSheet(dominique, text);
  await reads(dominique, "Nous voulons");
  await Promise.all([
    types(camille, "Control+End", " que l’eau soit à tout le monde"),
    cutOffWhile(dominique, () => types(dominique, "Control+End Home", "Réunis ici, ")),
  ]);
  const whole = "Réunis ici, Nous voulons que l’eau soit à tout le monde";
  await reads(camille, whole);
  await reads(dominique, whole);

  await chair.reload();
  await pressesTwice(chair, "Déposer ce texte");
  await sees(chair, "Reprendre le dépôt");
  for (const device of ["phone", "plainPhone"] as const) {
    const reader = await hall.person(device);
    await reader.goto(text);
    await reads(reader, whole);
    expect(await (await reader.request.get(`${home}/registre.json`)).text()).toContain("text.tabled");
  }
});
