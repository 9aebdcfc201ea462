/**
 * `npm run bench -- list`: the list of a text of 300 blocks with 500 amendments, in a browser that runs four times slower:
 * scrolled to its end, brought up to date while it is read, filtered, and one amendment opened. One line of JSON:
 * the tasks that kept the page from answering for over 200 ms, the longest one, the median of the server's time for the
 * page, and its size before it is packed.
 */
import type { Locator, Page } from "playwright-core";

import { buildClient } from "../../scripts/build-client.ts";
import { getPage } from "../support/app.ts";
import type { Hall } from "../support/amendments/hall.ts";
import { launchBrowser } from "../support/browser.ts";
import { fillListHall } from "./support/list-hall.ts";

const count = 500;
const slowdown = 4;
const tooLongMs = 200;
const asked = 9;

/** Runs in each page before anything else does. */
const watchLongTasks = `new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) toldTask(Math.round(duration));
}).observe({ type: "longtask", buffered: true });`;

/** The names of the lines, as they stand. */
const lines = `[...document.querySelectorAll(".order [data-is]")].map((one) => one.dataset.is)`;

interface LongTask {
  readonly during: string;
  readonly ms: number;
}

await buildClient();
await using hall = await fillListHall(count);
const served = await serverCost(hall);
const tasks = await read(hall);
for (const { during, ms } of tasks) console.error(`${during}: a task of ${ms} ms`);
const figures = {
  longTasksOver200Ms: tasks.filter(({ ms }) => ms > tooLongMs).length,
  longestTaskMs: Math.max(0, ...tasks.map(({ ms }) => ms)),
  ...served,
};
console.log(JSON.stringify({ bench: "list", case: String(count), system: "cahier", ...figures }));

/** The first answer works out how the amendments stand to each other; the others find that known. */
async function serverCost({ app, gathering }: Hall): Promise<{ readonly serverMs: number; readonly htmlKb: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i <= asked; i++) {
    const from = performance.now();
    const answer = await getPage(app, `/r/${gathering}/amendements`);
    times.push(performance.now() - from);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    bytes = answer.rawPayload.length;
  }
  const [first = 0, ...others] = times;
  console.error(`The first page in ${Math.round(first)} ms`);
  const median = others.toSorted((a, b) => a - b)[Math.floor(asked / 2)] ?? Number.NaN;
  return { serverMs: Math.round(median * 10) / 10, htmlKb: Math.round(bytes / 1_024) };
}

/** All tasks over 50 ms, as the browser tells them. */
async function read(hall: Hall): Promise<readonly LongTask[]> {
  const address = await hall.app.listen({ port: 0, host: "127.0.0.1" });
  const list = `${address}/r/${hall.gathering}/amendements`;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
    const tasks: LongTask[] = [];
    let during = "load";
    await page.exposeBinding("toldTask", (_source, ms: number) => void tasks.push({ during, ms }));
    await page.addInitScript({ content: watchLongTasks });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const step = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      during = name;
      await act();
      await page.waitForTimeout(1_000);
    };

    await step("load", () => page.goto(list));
    await page.getByText("En direct", { exact: true }).waitFor();
    await step("scroll", () => scrollThrough(page));
    await step("live update", () => bringUpToDate(hall, page));
    await step("filter", () => filterByDelegation(page));
    await step("open a row", () => page.locator(".order a[href*='/amendements/']").nth(3).click());
    await page.waitForURL(/\/amendements\/\d+$/u);
    return tasks;
  } finally {
    await browser.close();
  }
}

async function scrollThrough(page: Page): Promise<void> {
  for (;;) {
    const before = await page.evaluate<number>("scrollY");
    await page.mouse.wheel(0, 1_500);
    await page.waitForTimeout(60);
    if ((await page.evaluate<number>("scrollY")) === before) return;
  }
}

async function filterByDelegation(page: Page): Promise<void> {
  await page.getByText("Filtrer la liste", { exact: true }).click();
  await page.getByLabel("Délégation", { exact: true }).selectOption({ index: 7 });
  await page.getByRole("button", { name: "Filtrer", exact: true }).click();
  await page.getByText(`sur ${count} amendements`).waitFor();
}

/** One amendment of the middle is not moved any more, then the last one to be called comes first: the page shows both. */
async function bringUpToDate(hall: Hall, page: Page): Promise<void> {
  await act(hall, "amendment.notMoved", { amendments: ["am255"] });
  await page.locator("[data-is='am255']", { hasText: "Non soutenu" }).waitFor();
  const waiting = page.locator(".order [data-is]:not(.done):not(.now):not(.joint)");
  const [first, last] = [await nameOf(waiting.first()), await nameOf(waiting.last())];
  await act(hall, "amendment.reorder", { text: hall.text, amendment: last, before: first });
  const isMoved = `${lines}.indexOf("${last}") < ${lines}.indexOf("${first}")`;
  while (!(await page.evaluate<boolean>(isMoved))) await page.waitForTimeout(100);
}

async function nameOf(line: Locator): Promise<string> {
  return (await line.getAttribute("data-is")) ?? "";
}

async function act(hall: Hall, action: string, body: object): Promise<void> {
  const done = await hall.act("chair", action, body);
  if (done.statusCode !== 200) throw new Error(done.body);
}
