import { templates } from "../../client/pages/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import type { Face } from "./face.ts";
import type { PageRow, PageStates } from "./page-row.ts";

/** What the guard compares: the server's own routes, the table, and the faces that there are. */
export interface Compared {
  /** As the server adds them: `GET /r/:slug`, `POST /entrer`. */
  readonly routes: readonly string[];
  readonly table: PageStates;
  /** Acts of the server that no page offers, each with the reason. */
  readonly actsWithoutForm: Readonly<Record<string, string>>;
  readonly faces: readonly Face[];
}

const common = ["loading", "empty", "refused", "offline"] as const;

/** What is missing, too much, or not what it says: a sentence each. */
export function gaps({ routes, table, actsWithoutForm, faces }: Compared): readonly string[] {
  const posts = routes.filter((route) => route.startsWith("POST "));
  const known = new Map(faces.map((face) => [face.name, face]));
  const rows = Object.entries(table).flatMap(([name, row]) => ("page" in row ? [{ name, row }] : []));
  const offered = new Set(rows.flatMap(({ row }) => Object.keys(row.acts)));
  return [
    ...missingRoutes(routes, table),
    ...missingTemplates(rows.map(({ row }) => row)),
    ...rows.flatMap(({ name, row }) => faultsOfRow(name, row, known, posts)),
    ...facesWithoutRow(
      rows.map(({ row }) => row),
      faces,
    ),
    ...twice(faces.map(({ name }) => name)).map((name) => `two faces are called ${name}`),
    ...posts
      .map(actName)
      .filter((act) => !offered.has(act) && !(act in actsWithoutForm))
      .map((act) => `no page offers the act ${act}`),
    ...Object.keys(actsWithoutForm)
      .filter((act) => offered.has(act) || !posts.some((route) => actName(route) === act))
      .map((act) => `${act} is said to have no form`),
  ];
}

/** A route's name is what stands before the bracket. */
const bare = (name: string): string => name.replace(/ \(.*$/u, "");

function missingRoutes(routes: readonly string[], table: PageStates): readonly string[] {
  const added = routes.filter((route) => route.startsWith("GET ") && !route.includes("/client/"));
  const listed = Object.keys(table).map(bare);
  return [
    ...added.filter((route) => !listed.includes(route)).map((route) => `${route} has no row`),
    ...listed.filter((route) => !added.includes(route)).map((route) => `${route} is no route of the server`),
  ];
}

const missingTemplates = (rows: readonly PageRow[]): readonly string[] =>
  [...templates.keys()].filter((page) => !rows.some((row) => row.page === page)).map((page) => `${page} has no row`);

const facesWithoutRow = (rows: readonly PageRow[], faces: readonly Face[]): readonly string[] => {
  const listed = new Set(rows.flatMap(facesOf));
  return faces.filter(({ name }) => !listed.has(name)).map(({ name }) => `the face ${name} is in no row`);
};

/** Every face that a row names. */
const facesOf = (row: PageRow): readonly string[] => [
  ...common.flatMap((state) => (typeof row[state] === "string" ? [] : row[state])),
  ...Object.values(row.acts).flat(),
  ...row.also,
];

function faultsOfRow(
  name: string,
  row: PageRow,
  known: ReadonlyMap<string, Face>,
  posts: readonly string[],
): readonly string[] {
  const shown = facesOf(row).flatMap((face) => known.get(face) ?? []);
  const own = shown.filter(({ view }) => view.page === row.page);
  const offered = new Set(own.flatMap((face) => actsIn(face, posts)));
  const acts = Object.entries(row.acts);
  return [
    ...facesOf(row)
      .filter((face) => !known.has(face))
      .map((face) => `${name}: there is no face ${face}`),
    ...common.flatMap((state) => faultsOfState(name, row, state, known)),
    ...[...offered].filter((act) => !(act in row.acts)).map((act) => `${name}: nothing shows ${act} before and after`),
    ...acts.flatMap(([act, [before, after]]) => faultsOfAct(name, row, { act, before, after }, known, posts)),
    ...row.also
      .filter((face) => known.get(face)?.view.page !== row.page)
      .map((face) => `${name}: ${face} is another page`),
  ];
}

/** A state is a list of faces that are in it, or the reason why the page has no such state. */
function faultsOfState(
  name: string,
  row: PageRow,
  state: (typeof common)[number],
  known: ReadonlyMap<string, Face>,
): readonly string[] {
  const listed = row[state];
  if (typeof listed === "string") return listed.length > 20 ? [] : [`${name}: no reason why it is never ${state}`];
  if (listed.length === 0) return [`${name}: nothing shows it ${state}`];
  return listed
    .filter((face) => {
      const found = known.get(face);
      return found !== undefined && !(found.view.page === row.page && is[state](found));
    })
    .map((face) => `${name}: ${face} is not ${state}`);
}

/** What makes a face be in a state: said by what it is given and, where only words say it, by what is drawn. */
const is: Readonly<Record<(typeof common)[number], (face: Face) => boolean>> = {
  loading: (face) => face.link?.kind === "connecting" || /class="empty[ "]/u.test(drawn(face)),
  empty: (face) => /class="(?:[a-z -]* )?empty"|"changes":\[\]/u.test(drawn(face)),
  refused: (face) => /class="(?:[a-z -]* )?(?:refused|fault)(?: [a-z -]*)?"|"(?:refusal|fault)":"/u.test(drawn(face)),
  offline: (face) => face.link?.kind === "offline" || /réseau/u.test(drawn(face)),
};

interface Act {
  readonly act: string;
  readonly before: string;
  readonly after: string;
}

/** Before, the page offers the act; after, something else is seen. */
function faultsOfAct(
  name: string,
  row: PageRow,
  { act, before, after }: Act,
  known: ReadonlyMap<string, Face>,
  posts: readonly string[],
): readonly string[] {
  const [first, then] = [known.get(before), known.get(after)];
  if (!first || !then) return [];
  const offers = first.view.page === row.page && actsIn(first, posts).includes(act);
  return [
    ...(offers ? [] : [`${name}: ${before} does not offer ${act}`]),
    ...(drawn(first) === drawn(then) ? [`${name}: ${act} changes nothing from ${before} to ${after}`] : []),
  ];
}

/** What an element of a page asks of the server, which no form in the markup says. */
const actsOfElements: Readonly<Record<string, readonly string[]>> = {
  "cahier-amendment": ["amendment.submit", "amendment.revise"],
};

/** The acts that a drawn page offers: where its forms are posted to, by the server's own routes; and its elements'. */
function actsIn(face: Face, posts: readonly string[]): readonly string[] {
  const forms = [...drawn(face).matchAll(/<form ([^>]*)>/gu)].map(([, attributes = ""]) => attributes);
  const elements = Object.keys(face.elements ?? {}).flatMap((name) => actsOfElements[name] ?? []);
  const posted = forms.flatMap((attributes) => {
    const action = /method="post" action="([^"]*)"/u.exec(attributes)?.[1];
    if (action === undefined) return [];
    const route = posts.find((post) => matches(post.slice("POST ".length), action));
    return [route === undefined ? `unknown address ${action}` : actName(route)];
  });
  return [...posted, ...elements];
}

/** `vote.cast`, or the whole path of a form that is no act. */
const actName = (route: string): string => route.slice("POST ".length).replace("/r/:slug/actes/", "");

function matches(route: string, path: string): boolean {
  const [pattern, given] = [route.split("/"), path.split("/")];
  return pattern.length === given.length && pattern.every((part, i) => part.startsWith(":") || part === given[i]);
}

const known = new WeakMap<Face, string>();

export function drawn(face: Face): string {
  const before = known.get(face);
  if (before !== undefined) return before;
  const markup = draw(face);
  known.set(face, markup);
  return markup;
}

function draw({ view, link, own, elements }: Face): string {
  const template = templates.get(view.page);
  if (!template) throw new Error(`no page ${view.page}`);
  const beside = { t: translator("fr"), link: link ?? { kind: "page" }, own: own ?? null } as const;
  return template.body(view, beside).markup + JSON.stringify(elements ?? null);
}

const twice = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i);
