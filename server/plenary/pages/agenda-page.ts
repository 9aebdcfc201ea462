import { may } from "../../../shared/people/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import type { AgendaView } from "../../../shared/views/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { readHall } from "./hall.ts";
import { agendaDays } from "./lines.ts";

/** `/programme` */
export const agendaPage: PageDefinition = {
  path: "/programme",
  async read(context): Promise<Result<AgendaView>> {
    const { gathering, actor, shell } = context;
    const hall = await readHall(context);
    const mayEdit = gathering.state === "open" && may(actor, "agenda.edit", { gathering: gathering.id });
    const texts = mayEdit ? hall.texts.filter(({ life }) => life.state !== "withdrawn") : [];
    return ok({
      page: "agenda",
      shell,
      days: agendaDays(context, hall),
      mayEdit,
      texts: texts.map(({ id, title }) => ({ id, title })),
    });
  },
};
