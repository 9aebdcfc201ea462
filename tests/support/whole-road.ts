import { openRoad, type Road } from "./road.ts";
import type { FreshStorage } from "./storage.ts";

/** From a title to a published declaration, with one amendment adopted, one fallen, one rejected. */
export async function wholeRoad(store?: FreshStorage): Promise<{ road: Road; text: string }> {
  const road = await openRoad(store);
  const { assembly, three } = road;
  const chair = assembly.chair.cookie;
  const [a, b, c] = three;
  const text = await road.table("L’eau ne se vend pas");
  const air = await road.amend(text, a, "eau", "air");
  await road.amend(text, b, "eau", "ombre");
  const never = await road.amend(text, c, "pas", "jamais");
  await road.call(air);
  await road.decide(`amendment:${air}`, ["for", "for", "against"]);
  await road.call(never);
  await road.decide(`amendment:${never}`, ["for", "against", "against"]);
  await road.decide(`text:${text}`, ["for", "for", "abstention"]);
  await road.act(a.cookie, "declaration.sign", { text, delegation: a.delegation, reservation: "Sous réserve." });
  await road.act(b.cookie, "declaration.decline", { text, delegation: b.delegation });
  await road.act(chair, "declaration.publish", { text });
  await road.act(chair, "gathering.close", {});
  return { road, text };
}
