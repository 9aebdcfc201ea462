import type { Actor } from "../../shared/people/index.ts";
import type { Result } from "../../shared/refusals.ts";
import type { Shell } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import type { ActGathering } from "./act.ts";

/** What every page's view has: the name by which its template is found, and the shell. */
export interface View {
  readonly page: string;
  readonly shell: Shell;
}

export interface PageContext {
  readonly tx: Tx;
  readonly gathering: ActGathering;
  readonly actor: Actor;
  readonly shell: Shell;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What a form on this page was filled with: refused, or shown again before it is confirmed. Empty on a GET. */
  readonly form: Readonly<Record<string, string>>;
  /** Where the hall reaches this server, for QR codes: `http://192.168.1.20:3000`. */
  readonly origin: string;
  readonly nowMs: number;
  /** For a form that is sent once: its request key. */
  newId(this: void): string;
}

/**
 * One page of a gathering, `GET /r/:slug<path>`: its view, drawn as HTML by the template of `view.page`, or given as
 * JSON by `etat.json?page=`. A GET changes nothing and uses up nothing. A form posted from it that is refused shows it
 * again with the refusal: its template carries `<input type="hidden" name="page" value=…>` (the shell's path) and `token`.
 */
export interface PageDefinition {
  /** Within the gathering, fastify syntax: `/textes/:text`. */
  readonly path: string;
  read(context: PageContext): Promise<Result<View>>;
}
