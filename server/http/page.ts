import type { Actor } from "../../shared/people/index.ts";
import type { Result } from "../../shared/refusals.ts";
import type { Shell } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import type { ActGathering } from "./act.ts";

export interface PageContext {
  readonly tx: Tx;
  readonly gathering: ActGathering;
  readonly actor: Actor;
  readonly shell: Shell;
  readonly params: Readonly<Record<string, string>>;
  readonly nowMs: number;
}

/**
 * One page of a gathering, `GET /r/:slug<path>`: its view, drawn as HTML by the template of `view.page`, or given as
 * JSON by `etat.json?page=`. A GET changes nothing and uses up nothing.
 */
export interface PageDefinition {
  /** Within the gathering, fastify syntax: `/textes/:text`. */
  readonly path: string;
  read(context: PageContext): Promise<Result<{ readonly page: string; readonly shell: Shell }>>;
}
