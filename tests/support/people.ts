import { getPage, postForm, postJson, sessionOf, type FreshApp, type Opened } from "./app.ts";

export interface Issued {
  readonly participant: string;
  readonly code: string;
}

/** Issues codes as the organiser does and gives them as a program reads them. */
export async function issueCodes({ app }: FreshApp, opened: Opened, body: object): Promise<readonly Issued[]> {
  const answer = await postJson(app, `/r/${opened.slug}/actes/code.issue`, body, { cookie: opened.cookie });
  if (answer.statusCode !== 200) throw new Error(`No codes: ${answer.statusCode} ${answer.body}`);
  const { issued }: { issued: readonly Issued[] } = answer.json();
  return issued;
}

/** Enters a code and gives the session. */
export const enterCode = async ({ app }: FreshApp, code: string): Promise<string> =>
  sessionOf(await postForm(app, "/entrer", { code }));

/** A seat of a role, entered: its session and who it is. */
export async function seatOf(
  fresh: FreshApp,
  opened: Opened,
  body: object,
): Promise<{ readonly participant: string; readonly cookie: string; readonly code: string }> {
  const [issued] = await issueCodes(fresh, opened, body);
  if (!issued) throw new Error("No seat was made");
  return { ...issued, cookie: await enterCode(fresh, issued.code) };
}

/** Admits delegations by their names, two delegates and no observer each, and gives their ids. */
export async function admit({ app }: FreshApp, opened: Opened, names: readonly string[]): Promise<readonly string[]> {
  const delegations = names.map((name) => ({ name, delegates: 2, observers: 1 }));
  const url = `/r/${opened.slug}/actes/delegation.admit`;
  const answer = await postJson(app, url, { delegations }, { cookie: opened.cookie });
  const { admitted }: { admitted: readonly string[] } = answer.json();
  return admitted;
}

/** The view of a page as a program reads it. */
export async function viewOf({ app }: FreshApp, slug: string, path: string, cookie?: string): Promise<unknown> {
  const answer = await getPage(app, `/r/${slug}/etat.json?page=${encodeURIComponent(path)}`, { cookie });
  return answer.json();
}
