interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One person of the demonstration: a cookie, and what a browser could do with it. Nothing but the public interface. */
export interface Seat {
  /** Posts to any address; returns the JSON answer, throws the words of a refusal. */
  post(path: string, body: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  act(action: string, body: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>>;
  /** The view of a page within the gathering. */
  view(page: string): Promise<Readonly<Record<string, unknown>>>;
  get(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** What the socket needs to sit in the same seat. */
  cookie(): string;
  /** The same person within a gathering. */
  in(gatheringPath: string): Seat;
  readonly origin: string;
  readonly gatheringPath: string;
}

export function takeSeat(origin: string, gatheringPath: string, known = ""): Seat {
  let cookie = known;
  const ask = async (path: string, init: Asked): Promise<Readonly<Record<string, unknown>>> => {
    const headers = { accept: "application/json", origin, ...(cookie === "" ? {} : { cookie }), ...init.headers };
    const answer = await fetch(origin + path, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) cookie = line.split(";")[0] ?? cookie;
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return recordOf(JSON.parse(text));
  };
  const post: Seat["post"] = (path, body) =>
    ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  return {
    origin,
    gatheringPath,
    post,
    act: (action, body) => post(`${gatheringPath}/actes/${action}`, body),
    view: (page) => ask(`${gatheringPath}/etat.json?page=${encodeURIComponent(page)}`, {}),
    get: (path) => ask(gatheringPath + path, {}),
    cookie: () => cookie,
    in: (path) => takeSeat(origin, path, cookie),
  };
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error(`Not an object: ${JSON.stringify(value)}`);
  return Object.fromEntries(Object.entries(value));
}
