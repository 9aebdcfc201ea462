import type { FastifyInstance } from "fastify";

import type { Parts } from "../http/index.ts";
import { codeBudget } from "./code-budget.ts";
import type { Template } from "./create-gathering.ts";
import type { OwnWords } from "./own-words.ts";
import { createRoutes } from "./create-routes.ts";
import { enterRoutes } from "./enter-routes.ts";
import { seatRoutes } from "./seat-routes.ts";
import { homeRoute } from "./home-route.ts";

/** The pages before a gathering (the list, the code form, the organiser's one-time link), and what is no act. */
export function entranceRoutes(app: FastifyInstance, parts: Parts, template: Template, ownWords: OwnWords): void {
  homeRoute(app, parts);
  enterRoutes(app, parts, codeBudget());
  createRoutes(app, parts, template);
  seatRoutes(app, parts, ownWords);
}
