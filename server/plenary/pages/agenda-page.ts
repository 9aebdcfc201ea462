import { may } from "../../../shared/people/index.ts";
import { ok, type Result } from "../../../shared/refusals.ts";
import type { AgendaView } from "../../../shared/views/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import { readHall } from "./hall.ts";
import { agendaLine } from "./lines.ts";

/** `/programme` */
export const agendaPage: PageDefinition = {
  path: "/programme",
  async read(context): Promise<Result<AgendaView>> {
    const { gathering, actor, shell } = context;
    const hall = await readHall(context);
    const days = [...new Set(hall.agenda.map((item) => item.day))];
    const mayEdit = gathering.state === "open" && may(actor, "agenda.edit", { gathering: gathering.id });
    const texts = mayEdit ? hall.texts.filter(({ life }) => life.state !== "withdrawn") : [];
    return ok({
      page: "agenda",
      shell,
      days: days.map((day) => ({
        day,
        atMs: noonOf(gathering.firstDay, day),
        items: hall.agenda.filter((item) => item.day === day).map((item) => agendaLine(context, hall, item)),
      })),
      mayEdit,
      texts: texts.map(({ id, title }) => ({ id, title })),
    });
  },
};

/** Noon in UTC is the same day in every zone where people gather. */
function noonOf(firstDay: string, day: number): number {
  return Date.parse(`${firstDay}T12:00:00Z`) + (day - 1) * 24 * 3600 * 1000;
}
