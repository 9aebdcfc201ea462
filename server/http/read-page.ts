import { refusalWords, translator } from "../../shared/i18n/index.ts";
import { ok, refuse, type Refused, type Result } from "../../shared/refusals.ts";
import type { Shell, ShellRefusal } from "../../shared/views/index.ts";
import { readHead } from "../journal/index.ts";
import type { Tx } from "../storage/index.ts";
import type { ActGathering } from "./act.ts";
import type { Asked } from "./asked.ts";
import { findPage } from "./page-path.ts";
import type { View } from "./page.ts";
import type { Parts } from "./parts.ts";
import { withReason, type Seat } from "./seat.ts";
import { formToken } from "./session-cookie.ts";

export interface PageCall extends Asked {
  /** Within the gathering, query included. */
  readonly path: string;
  /** The form that was posted from this page and is shown again, and why it was refused, if it was. */
  readonly form?: Fields;
  readonly refused?: Refused;
}

/** A refused page is a page too: who looks, and why they may not. */
export interface PageRead {
  readonly view: Result<View>;
  readonly shell: Shell;
}

/** Reads one page in one consistent read. */
export const readPage = (parts: Parts, call: PageCall): Promise<PageRead> =>
  readInside(parts, call, async (tx, gathering, seat, shell) => {
    const found = findPage(parts.pages, call.path);
    if (found === null) return refuse("not-found");
    const view = await found.definition.read({
      tx,
      gathering,
      actor: seat.actor,
      shell,
      params: found.params,
      query: found.query,
      form: call.form ?? {},
      origin: parts.hallOrigin(call.origin),
      nowMs: parts.clock(),
      newId: parts.ids,
    });
    return view.ok ? view : { ...view, code: withReason(view.code, seat) };
  });

/** An address under which the gathering has no page: said within the gathering, so that its tabs lead on. */
export const readNoPage = (parts: Parts, call: PageCall): Promise<PageRead> =>
  readInside(parts, call, async () => refuse("not-found"));

async function readInside(
  parts: Parts,
  call: PageCall,
  read: (tx: Tx, gathering: ActGathering, seat: Seat, shell: Shell) => Promise<Result<View>>,
): Promise<PageRead> {
  return parts.storage.read(async (tx) => {
    const gathering = await parts.entrance.gathering(tx, call.slug);
    if (gathering === null) return refusedPage(refuse("not-found"), outsideShell(parts, call.path));
    const seat = await parts.entrance.seat(tx, gathering, call.cookie);
    const shell = await insideShell(parts, tx, gathering, seat, call);
    const view = await read(tx, gathering, seat, shell);
    return view.ok ? { view, shell } : refusedPage(view, shell);
  });
}

/** The shell of a page that stands in no gathering: the entrance, the list of gatherings. */
export function outsideShell(parts: Parts, path: string, refused?: Refused, fields?: Fields): Shell {
  return {
    gathering: null,
    path,
    epoch: parts.epoch(),
    cursor: 0,
    nowMs: parts.clock(),
    encrypted: parts.encrypted,
    me: null,
    token: formToken(parts.key, undefined),
    refused: refused === undefined ? null : said(refused, fields),
  };
}

export const okView = (view: View): PageRead => ({ view: ok(view), shell: view.shell });

async function insideShell(parts: Parts, tx: Tx, gathering: ActGathering, seat: Seat, call: PageCall): Promise<Shell> {
  const lost: Refused | undefined = seat.lost === null ? undefined : refuse(seat.lost);
  const refused = call.refused ?? lost;
  return {
    gathering: {
      slug: gathering.slug,
      name: gathering.name,
      language: gathering.language,
      timeZone: gathering.timeZone,
    },
    path: call.path,
    epoch: parts.epoch(),
    cursor: (await readHead(tx, gathering.id)).sequence,
    nowMs: parts.clock(),
    encrypted: parts.encrypted,
    me: seat.me,
    token: formToken(parts.key, call.cookie),
    refused: refused === undefined ? null : said(refused, call.form),
  };
}

const refusedPage = (refusal: Refused, shell: Shell): PageRead => ({
  view: refusal,
  shell: { ...shell, refused: said(refusal) },
});

type Fields = Readonly<Record<string, string>>;

function said(refusal: Refused, fields: Fields = {}): ShellRefusal {
  const { code: _code, token: _token, ...shown } = fields;
  return { code: refusal.code, words: refusalWords(translator("fr"), refusal.code, refusal.detail), fields: shown };
}
