import { protocolVersion } from "../../shared/protocol.ts";
import { declarationBlocks, sizeOf, type ProseNode } from "./prose.ts";
import { recordOf, type Seat } from "./seat.ts";

/** Writes the declaration into an empty draft through the socket, as an editor that pastes it would. Resolves once it is told. */
export async function writeDeclaration(writer: Seat, text: string, doc: ProseNode, base: number): Promise<void> {
  const client = "demonstration-1";
  const title = doc.content?.[0];
  if (title === undefined) throw new Error("A text without a title");
  const from = sizeOf(title);
  const step = {
    stepType: "replace",
    from,
    to: sizeOf(doc) - 2,
    slice: { content: declarationBlocks().body },
  };
  const socket = new WebSocket(`${writer.origin.replace(/^http/u, "ws")}${writer.gatheringPath}/direct`, {
    headers: { cookie: writer.cookie(), origin: writer.origin },
  });
  const say = (message: object): void => socket.send(JSON.stringify(message));
  try {
    await new Promise<void>((written, refused) => {
      const tooLong = setTimeout(() => refused(new Error("The text was not written in 20 s")), 20_000);
      const end = (how: () => void): void => {
        clearTimeout(tooLong);
        how();
      };
      socket.addEventListener("open", () => say({ type: "hello", protocol: protocolVersion, epoch: null, cursor: 0 }));
      socket.addEventListener("error", () => end(() => refused(new Error("The socket did not open"))));
      socket.addEventListener("message", ({ data }) => {
        const message = recordOf(JSON.parse(String(data)));
        if (message["type"] === "welcome") say({ type: "open", text, version: base, writes: true });
        if (message["type"] === "welcome") say({ type: "push", text, base, client, sequence: 1, steps: [step] });
        if (message["type"] === "commits") end(written);
        if (message["type"] === "refused" || message["type"] === "dropped") {
          end(() => refused(new Error(`The words were not taken: ${JSON.stringify(message)}`)));
        }
      });
    });
  } finally {
    socket.close();
  }
}
